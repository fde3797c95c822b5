namespace Kpr.Core.Extracts;

/// <summary>Chooses controls for the persons of a bucket of likes: always the same, by the project's secret, nobody twice.</summary>
/// <param name="plan">The plan.</param>
/// <param name="keys">The keys of the project.</param>
public sealed class ControlChoice(ExtractPlan plan, ProjectKeys keys)
{
    /// <summary>Takes what was written of the bucket (<see cref="PopulationJoin.WriteLikes"/>).</summary>
    public void Read(Stream packed) => throw new NotSupportedException($"{plan}{keys}");

    /// <summary>Chooses.</summary>
    public ChosenControls Choose() => throw new NotSupportedException();
}
