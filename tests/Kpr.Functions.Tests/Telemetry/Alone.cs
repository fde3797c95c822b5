namespace Kpr.Functions.Tests.Telemetry;

/// <summary>Tests that listen to spans, which are the whole process's: they run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
