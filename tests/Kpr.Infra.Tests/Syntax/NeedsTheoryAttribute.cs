namespace Kpr.Infra.Tests.Syntax;

/// <summary>A test with cases that asks programs of the machine; where one is missing it is shown as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeedsTheoryAttribute : TheoryAttribute
{
    public NeedsTheoryAttribute(params string[] programs) => Skip = Tool.Missing(programs);
}
