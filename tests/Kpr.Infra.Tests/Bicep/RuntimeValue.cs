namespace Kpr.Infra.Tests.Bicep;

/// <summary>A value that only Azure knows when it deploys: the path says whose and which.</summary>
internal sealed record RuntimeValue(string Path)
{
    public override string ToString() => $"«{Path}»";
}
