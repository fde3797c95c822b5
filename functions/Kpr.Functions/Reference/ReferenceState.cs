namespace Kpr.Functions.Reference;

/// <summary>Which sets of reference data are in force and when, and what was refused last. One blob, swapped as a whole.</summary>
/// <param name="Sets">The sets that were loaded, by first day: each is in force until the next one.</param>
/// <param name="LastRefusal">The last set that was not taken; null when none was refused.</param>
/// <param name="Manifest">ETag of the manifest that was looked at last, whether its set was taken or not.</param>
public sealed record ReferenceState(IReadOnlyList<PlannedSet> Sets, ReferenceRefusal? LastRefusal, string? Manifest)
{
    /// <summary>Nothing was ever loaded.</summary>
    public static ReferenceState Empty { get; } = new([], null, null);

    /// <summary>The set in force on a day; null when it is that of the program.</summary>
    public PlannedSet? InForceOn(DateOnly day) => Sets.LastOrDefault(set => set.ValidFrom <= day);

    /// <summary>Takes a set: from its first day on it replaces whatever was loaded before.</summary>
    public ReferenceState With(PlannedSet set, string manifest) =>
        this with { Sets = [.. Sets.TakeWhile(earlier => earlier.ValidFrom < set.ValidFrom), set], Manifest = manifest };

    /// <summary>Notes a refusal: the sets stay as they are.</summary>
    public ReferenceState With(ReferenceRefusal refusal, string manifest) => this with { LastRefusal = refusal, Manifest = manifest };
}
