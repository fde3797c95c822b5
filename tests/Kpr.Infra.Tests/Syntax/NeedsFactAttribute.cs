namespace Kpr.Infra.Tests.Syntax;

/// <summary>A test that asks programs of the machine; where one is missing it is shown as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(params string[] programs) => Skip = Tool.Missing(programs);
}
