using Kpr.Functions.Extracts;

namespace Kpr.Functions.Linkages;

/// <summary>Where the keys of a batch stand. It tells of persons in numbers only.</summary>
/// <param name="Id">Id of the batch among all: see <see cref="LinkageStore.IdOf"/>.</param>
/// <param name="Status">How far they have come.</param>
/// <param name="Message">Why they are refused or ended, in Norwegian; null otherwise.</param>
public sealed record LinkageKeys(string Id, LinkageStatus Status, string? Message = null)
{
    /// <summary>What came of the list; null before it is read.</summary>
    public ListedPersons? List { get; init; }

    /// <summary>Number of persons with serial numbers; null before that.</summary>
    public long? Persons { get; init; }

    /// <summary>Key files and maps, encrypted, as <see cref="LinkageFiles"/> has them; null before they are made.</summary>
    public IReadOnlyList<ExtractFile>? Files { get; init; }

    /// <summary>When secret, population, keys and maps were deleted (UTC); null while they are there.</summary>
    public DateTime? DestroyedAt { get; init; }
}
