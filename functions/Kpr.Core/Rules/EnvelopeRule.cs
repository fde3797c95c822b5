using Kpr.Core.Formats;

namespace Kpr.Core.Rules;

/// <summary>A rule about a message as a whole: its header, contacts, totals and addressees. Judged when all of it is read.</summary>
/// <typeparam name="TEnvelope">The envelope that the rule reads.</typeparam>
/// <param name="id">Id in the rule catalogue.</param>
/// <param name="severities">Every severity that a finding of the rule may have.</param>
public abstract class EnvelopeRule<TEnvelope>(string id, params Severity[] severities) : Rule(id, severities), IEnvelopeRule<TEnvelope>
    where TEnvelope : MessageEnvelope
{
    /// <summary>Judges a message's envelope.</summary>
    public abstract void Judge(TEnvelope envelope, EnvelopeVerdict verdict);
}
