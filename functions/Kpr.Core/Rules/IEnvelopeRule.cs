using Kpr.Core.Formats;

namespace Kpr.Core.Rules;

/// <summary>An <see cref="EnvelopeRule{TEnvelope}"/> as the judge of more special messages sees it.</summary>
/// <typeparam name="TEnvelope">The envelope that is judged.</typeparam>
public interface IEnvelopeRule<in TEnvelope>
    where TEnvelope : MessageEnvelope
{
    /// <summary>Judges a message's envelope.</summary>
    void Judge(TEnvelope envelope, EnvelopeVerdict verdict);
}
