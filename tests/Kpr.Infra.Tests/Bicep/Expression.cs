namespace Kpr.Infra.Tests.Bicep;

/// <summary>An expression of Bicep.</summary>
internal abstract record Expression(int Line);

internal sealed record Literal(object? Value, int Line) : Expression(Line);

internal sealed record TextWithParts(IReadOnlyList<Expression> Parts, int Line) : Expression(Line);

internal sealed record NameOf(string Name, int Line) : Expression(Line);

internal sealed record MemberOf(Expression Target, string Member, int Line) : Expression(Line);

internal sealed record ElementOf(Expression Target, Expression Index, int Line) : Expression(Line);

internal sealed record CallOf(string Function, IReadOnlyList<Expression> Arguments, int Line) : Expression(Line);

internal sealed record NotOf(Expression Operand, int Line) : Expression(Line);

internal sealed record MinusOf(Expression Operand, int Line) : Expression(Line);

internal sealed record BinaryOf(string Operator, Expression Left, Expression Right, int Line) : Expression(Line);

internal sealed record ChoiceOf(Expression Condition, Expression Then, Expression Else, int Line) : Expression(Line);

internal sealed record ObjectOf(IReadOnlyList<(Expression Key, Expression Value)> Properties, int Line) : Expression(Line);

internal sealed record ArrayOf(IReadOnlyList<Expression> Items, int Line) : Expression(Line);

/// <summary>A loop, over items or over what a condition lets through.</summary>
internal sealed record LoopOf(string Item, string? Index, Expression Source, Expression? Condition, Expression Body, int Line) : Expression(Line);

/// <summary>What is there only on a condition: the value of a resource or module.</summary>
internal sealed record ConditionalOf(Expression Condition, Expression Body, int Line) : Expression(Line);
