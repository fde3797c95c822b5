namespace Kpr.Infra.Tests.Syntax;

/// <summary>A test for machines with the Bicep compiler; elsewhere it is shown as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepCompilerFactAttribute : FactAttribute
{
    private const string NotHere = "The Bicep compiler is not on this machine's path.";

    public BicepCompilerFactAttribute() => Skip = Tool.Find("bicep") is null ? NotHere : null;
}
