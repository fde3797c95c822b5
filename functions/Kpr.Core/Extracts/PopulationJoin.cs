namespace Kpr.Core.Extracts;

/// <summary>Joins what all units counted of the persons of a bucket, and says who of them is the population.</summary>
/// <param name="plan">The plan.</param>
public sealed class PopulationJoin(ExtractPlan plan)
{
    /// <summary>Takes what a unit wrote of the bucket (<see cref="PopulationScan.Write"/>).</summary>
    public void Read(Stream packed) => throw new NotSupportedException($"{plan}");

    /// <summary>The population's persons of the bucket.</summary>
    /// <param name="listed">The persons of the list that the order names, or null: the criteria decide.</param>
    public PersonSet Members(PersonSet? listed = null) => throw new NotSupportedException();

    /// <summary>Writes the persons whose likes fall in a bucket of likes, for <see cref="ControlChoice"/>: those of the population, and those who may be controls.</summary>
    public byte[] WriteLikes(PersonSet members, int bucket, int buckets) => throw new NotSupportedException();
}
