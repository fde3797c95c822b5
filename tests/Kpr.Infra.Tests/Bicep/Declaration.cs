namespace Kpr.Infra.Tests.Bicep;

/// <summary>A declaration of a Bicep file, with the decorators before it.</summary>
internal abstract record Declaration(string Name, int Line)
{
    public IReadOnlyList<CallOf> Decorators { get; init; } = [];

    public CallOf? Decorator(string name) => Decorators.FirstOrDefault(decorator => decorator.Function == name);
}

internal sealed record TargetScopeDeclaration(string Scope, int Line) : Declaration("targetScope", Line);

internal sealed record UsingDeclaration(string Path, int Line) : Declaration("using", Line);

internal sealed record ParameterDeclaration(string Name, string? Type, Expression? Default, int Line) : Declaration(Name, Line);

internal sealed record VariableDeclaration(string Name, Expression Value, int Line) : Declaration(Name, Line);

internal sealed record ResourceDeclaration(string Name, string Type, string ApiVersion, bool Existing, Expression Value, int Line) : Declaration(Name, Line);

internal sealed record ModuleDeclaration(string Name, string Path, Expression Value, int Line) : Declaration(Name, Line);

internal sealed record OutputDeclaration(string Name, string Type, Expression Value, int Line) : Declaration(Name, Line);
