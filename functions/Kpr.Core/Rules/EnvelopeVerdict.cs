using Kpr.Core.Formats;

namespace Kpr.Core.Rules;

/// <summary>What the rules say of a message as a whole.</summary>
/// <param name="file">What is known of the file.</param>
/// <param name="envelope">The message.</param>
public sealed class EnvelopeVerdict(FileContext file, MessageEnvelope envelope)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What is known of the file.</summary>
    public FileContext File => file;

    /// <summary>The findings, in order of judging.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Reports a finding on the message.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="field">Name of the field in the format.</param>
    /// <param name="message">What is wrong, in Norwegian.</param>
    /// <param name="severity">The severity, when it is not the rule's usual one.</param>
    /// <param name="line">Line of the faulty element, when it is not the message's first.</param>
    public void Report(Rule rule, string? field, string message, Severity? severity = null, long? line = null) =>
        _findings.Add(Finding.Create(rule, severity ?? rule.Severity, null, line ?? envelope.Line, null, field, message));
}
