using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>The message (Melding) around care events.</summary>
public sealed class CareEventEnvelope : XprEnvelope
{
    /// <inheritdoc/>
    public override MessageOrigin Origin => MessageOrigin.Of("KPR_IPL", ExtractedOn?.ToDateTime(default));

    /// <inheritdoc/>
    public override IReadOnlyList<string> DemandedContacts { get; } = ["16", "17"];

    /// <inheritdoc/>
    public override (string Field, string Message)? TypeFault => Meldingstype switch
    {
        "K" => null,
        null => ("meldingstype", "Meldingstype mangler (T10)."),
        _ => ("meldingstype", "Meldingstypen er ikke K, løpende oppdatering (T10)."),
    };
}
