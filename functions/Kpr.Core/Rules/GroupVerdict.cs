using Kpr.Core.Judging;

namespace Kpr.Core.Rules;

/// <summary>What the rules say of records seen together.</summary>
/// <param name="file">What is known of the file.</param>
/// <param name="fates">The fate of each record so far.</param>
public sealed class GroupVerdict(FileContext file, RecordFates fates)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What is known of the file.</summary>
    public FileContext File => file;

    /// <summary>The findings, in order of judging.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Whether the record is out of the game: a duplicate, or rejected by a rule across records.</summary>
    public bool IsOut(long ordinal) => fates.IsDuplicate(ordinal) || fates.IsRejected(ordinal);

    /// <summary>Whether the record repeats an earlier one.</summary>
    public bool IsDuplicate(long ordinal) => fates.IsDuplicate(ordinal);

    /// <summary>Counts the record as a repetition of an earlier one with the same id and content; that is no finding.</summary>
    public void MarkDuplicate(long ordinal) => fates.MarkDuplicate(ordinal);

    /// <summary>Reports a finding on the record of a fact.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="fact">The record's fact.</param>
    /// <param name="field">Name of the field in the format.</param>
    /// <param name="message">What is wrong, in Norwegian.</param>
    /// <param name="severity">The severity, when it is not the rule's usual one.</param>
    public void Report(Rule rule, in Fact fact, string? field, string message, Severity? severity = null)
    {
        var weight = severity ?? rule.Severity;
        if (weight == Severity.RejectRecord)
        {
            fates.MarkRejected(fact.Ordinal);
        }

        var id = fact.RecordId == UInt128.Zero ? null : GuidKey.ToGuid(fact.RecordId).ToString();
        _findings.Add(Finding.Create(rule, weight, fact.Ordinal, fact.Line, id, field, message));
    }
}
