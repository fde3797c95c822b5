using Kpr.Core.Rules;

namespace Kpr.Local.Generation;

/// <summary>What the user asked of <c>kpr generate</c>.</summary>
/// <param name="Size">How large the set is.</param>
/// <param name="Seed">Chooses one of very many sets.</param>
/// <param name="FaultRate">Probability of a planted fault, for each record and each file: 0 to 1.</param>
/// <param name="Folder">Where the set is written.</param>
/// <param name="Today">The day on which the last file was made.</param>
/// <param name="Environment">The environment that the files are addressed to.</param>
internal sealed record GenerateOptions(
    SetSize Size, ulong Seed, double FaultRate, string Folder, DateOnly Today, KprEnvironment Environment)
{
    /// <summary>The day of a set when none is given: a fixed one, so that a seed always means the same files.</summary>
    public static DateOnly UsualDay { get; } = new(2025, 6, 16);

    /// <summary>
    /// The first and last day that the files tell of. They lie in one year, since a municipality's number must be valid
    /// at its end (F09); in January that is the year before.
    /// </summary>
    public (DateOnly First, DateOnly Last) Period
    {
        get
        {
            var last = Today.Month == 1 ? new DateOnly(Today.Year - 1, 12, 31) : Today.AddDays(-1);
            return (new DateOnly(last.Year, 1, 1), last);
        }
    }
}
