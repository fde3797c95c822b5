using Kpr.LocalAzure.Durable.Testing;
using Microsoft.DurableTask;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>Histories of flows of extracts as they were when the flows were written.</summary>
internal static class GoldenFile
{
    /// <summary>Holds a history against the code of today.</summary>
    public static void Holds(string name, Func<OrchestrationPlay> play, Func<TaskOrchestrationContext, Task<string>> flow)
    {
        var path = Path.Combine(House.RepositoryFolder.Path, "tests/Kpr.Functions.Tests/Extracts/golden", name);
        if (Environment.GetEnvironmentVariable("KPR_WRITE_GOLDEN") is "1" && !File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, GoldenHistory.Of(play()).ToJson());
        }

        Assert.Null(GoldenHistory.Parse(File.ReadAllText(path)).Difference(flow));
    }
}
