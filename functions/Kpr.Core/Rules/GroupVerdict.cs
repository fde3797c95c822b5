using Kpr.Core.Judging;

namespace Kpr.Core.Rules;

/// <summary>What the rules say of records seen together.</summary>
public sealed class GroupVerdict
{
    private readonly RecordFates _fates;
    private readonly GroupFindings _findings;

    internal GroupVerdict(FileContext file, RecordFates fates, GroupFindings findings)
    {
        File = file;
        _fates = fates;
        _findings = findings;
    }

    /// <summary>What is known of the file.</summary>
    public FileContext File { get; }

    /// <summary>Whether the record is out of the game: a duplicate, or rejected by a rule across records.</summary>
    public bool IsOut(long ordinal) => _fates.IsDuplicate(ordinal) || _fates.IsRejected(ordinal);

    /// <summary>Whether the record repeats an earlier one.</summary>
    public bool IsDuplicate(long ordinal) => _fates.IsDuplicate(ordinal);

    /// <summary>Counts the record as a repetition of an earlier one with the same id and content; that is no finding.</summary>
    /// <remarks>What the register knows already is no repetition: 0 is passed over.</remarks>
    public void MarkDuplicate(long ordinal)
    {
        if (ordinal > 0)
        {
            _fates.MarkDuplicate(ordinal);
        }
    }

    /// <summary>Reports a finding on the record of a fact; never on a known one, whose file is answered.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="fact">The record's fact.</param>
    /// <param name="field">Name of the field in the format.</param>
    /// <param name="message">What is wrong, in Norwegian.</param>
    /// <param name="severity">The severity, when it is not the rule's usual one.</param>
    public void Report(Rule rule, in Fact fact, string? field, string message, Severity? severity = null)
    {
        if (fact.IsKnown)
        {
            return;
        }

        var weight = severity ?? rule.Severity;
        if (weight == Severity.RejectRecord)
        {
            _fates.MarkRejected(fact.Ordinal);
        }

        _findings.Add(rule, weight, fact, field, message);
    }
}
