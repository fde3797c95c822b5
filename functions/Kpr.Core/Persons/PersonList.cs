namespace Kpr.Core.Persons;

/// <summary>All decisions about persons that hold. One that is lifted is in the audit log alone.</summary>
/// <param name="Decisions">The decisions, oldest first.</param>
public sealed record PersonList(IReadOnlyList<PersonDecision> Decisions)
{
    /// <summary>No decision.</summary>
    public static PersonList Empty { get; } = new([]);

    /// <summary>A decision by its id; null when there is none.</summary>
    public PersonDecision? Find(string id) => Decisions.FirstOrDefault(decision => decision.Id == id);

    /// <summary>The list with a decision more, or with another in the place of one of the same id.</summary>
    public PersonList With(PersonDecision decision) => Find(decision.Id) is null
        ? new([.. Decisions, decision])
        : new([.. Decisions.Select(other => other.Id == decision.Id ? decision : other)]);

    /// <summary>The list without a decision.</summary>
    public PersonList Without(string id) => new([.. Decisions.Where(decision => decision.Id != id)]);

    /// <summary>
    /// Why a number cannot be linked to another: it is replaced by a third already, or the other leads back to it. Null when it can.
    /// </summary>
    public string? Refusal(string old, string @new) =>
        Decisions.FirstOrDefault(link => link.Old == old && link.New != @new) is not null ? "the number is replaced by another already"
        : new PersonIndex(this).Current(@new) == old ? "the number would lead back to itself"
        : null;
}
