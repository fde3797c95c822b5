namespace Kpr.Core.Persons;

/// <summary>A decision about a person. Holds marks, never numbers.</summary>
/// <param name="Id">Id that follows from the content: asking again for the same is the same decision.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="Case">The case it was decided in (saksnummer).</param>
/// <param name="At">When (UTC).</param>
/// <param name="Marks">The person's marks; for a link those of both numbers.</param>
public sealed record PersonDecision(string Id, PersonDecisionKind Kind, string Case, DateTime At, IReadOnlyList<string> Marks)
{
    /// <summary>What a reservation is about.</summary>
    public ReservedServices Services { get; init; }

    /// <summary>Of a link: the person key of the number that is replaced.</summary>
    public string? Old { get; init; }

    /// <summary>Of a link: the person key of the number in its place.</summary>
    public string? New { get; init; }

    /// <summary>How far it is carried out.</summary>
    public PersonDecisionState State { get; init; }

    /// <summary>Keys of the files that were under way when it was made and are not done.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];
}
