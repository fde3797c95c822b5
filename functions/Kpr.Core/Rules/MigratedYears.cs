using System.ComponentModel.DataAnnotations;

namespace Kpr.Core.Rules;

/// <summary>
/// A stretch of data years whose errors are lowered to warnings: data that were right by the rules of their day, and that
/// nobody can send again. Statistics Norway treats migrated data so.
/// </summary>
public sealed class MigratedYears
{
    /// <summary>First data year.</summary>
    [Range(1900, 2999)]
    public int First { get; set; }

    /// <summary>Last data year.</summary>
    [Range(1900, 2999)]
    public int Last { get; set; }

    /// <summary>First day on which files are received under the clause.</summary>
    public DateOnly ValidFrom { get; set; } = new(2021, 1, 1);

    /// <summary>Last day; null while the clause stands.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Whether a file received on a day about a data year falls under the clause.</summary>
    public bool Covers(int dataYear, DateOnly receivedOn) =>
        dataYear >= First && dataYear <= Last && receivedOn >= ValidFrom && (ValidTo is not { } last || receivedOn <= last);
}
