namespace Kpr.Infra.Tests.Bicep;

/// <summary>A file of Bicep.</summary>
internal sealed record BicepFile(string Path, IReadOnlyList<Declaration> Declarations)
{
    public string Scope => Declarations.OfType<TargetScopeDeclaration>().FirstOrDefault()?.Scope ?? "resourceGroup";

    public IEnumerable<ParameterDeclaration> Parameters => Declarations.OfType<ParameterDeclaration>();

    public IEnumerable<OutputDeclaration> Outputs => Declarations.OfType<OutputDeclaration>();
}
