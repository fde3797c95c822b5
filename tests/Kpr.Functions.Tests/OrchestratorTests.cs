using Kpr.LocalAzure.Tests.Durable.Rules;

namespace Kpr.Functions.Tests;

public sealed class OrchestratorTests
{
    [Fact]
    public void Orchestrators_of_the_app_and_what_they_call_are_deterministic()
    {
        var source = SourceFolder.Read("functions/Kpr.Functions");
        var written = source.SyntaxTrees.Sum(tree => tree.ToString().Split("[OrchestrationTrigger]").Length - 1);

        // A name that does not resolve would hide what it stands for.
        Assert.DoesNotContain(source.GetDiagnostics(), found => found.Id is "CS0234" or "CS0246");
        Assert.Equal(written, OrchestratorRules.Orchestrators(source).Count);
        Assert.Empty(OrchestratorRules.Check(source));
    }
}
