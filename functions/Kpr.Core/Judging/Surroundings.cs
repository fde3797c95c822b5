using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>What other files say of a file: those of its set, or its counterpart.</summary>
/// <param name="Findings">Findings about the file.</param>
/// <param name="Facts">
/// Facts about its records, in order, of a kind that comes behind all those the file has itself (<see cref="FactKind.ReportMatch"/>).
/// </param>
public sealed record Surroundings(IReadOnlyList<Finding> Findings, IReadOnlyList<Fact> Facts)
{
    /// <summary>Nothing is said.</summary>
    public static Surroundings None { get; } = new([], []);

    /// <summary>Facts about its records that others make, in order and behind its own: the register's memory is asked for them, and keeps them.</summary>
    public IReadOnlyList<Fact> Remembered { get; init; } = [];

    /// <summary>Ordinals of its records that are of deleted persons, which another file tells: nothing of them may be kept.</summary>
    public IReadOnlyCollection<long> Erased { get; init; } = [];

    /// <summary>What these say, and what others say beside them.</summary>
    public Surroundings And(Surroundings others) => new([.. Findings, .. others.Findings], [.. Facts, .. others.Facts])
    {
        Remembered = [.. Remembered, .. others.Remembered],
        Erased = [.. Erased, .. others.Erased],
    };
}
