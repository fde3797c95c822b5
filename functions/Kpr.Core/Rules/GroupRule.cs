namespace Kpr.Core.Rules;

/// <summary>
/// A rule across the records of a file, judged on facts: records that share a key (an id, a service) are seen
/// together and in document order, however large the file and however it was cut into chunks.
/// </summary>
/// <param name="id">Id in the rule catalogue.</param>
/// <param name="kind">The facts that the rule reads.</param>
/// <param name="severities">Every severity that a finding of the rule may have.</param>
public abstract class GroupRule(string id, FactKind kind, params Severity[] severities) : Rule(id, severities)
{
    /// <summary>The facts that the rule reads.</summary>
    public FactKind Kind => kind;

    /// <summary>Begins the judging of one file. The session keeps what it must remember of the present key only.</summary>
    public abstract GroupSession Begin(GroupVerdict verdict);
}
