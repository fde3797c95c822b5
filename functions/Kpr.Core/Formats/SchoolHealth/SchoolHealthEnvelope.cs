using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>The message (Melding) around consultations, with the municipality's units.</summary>
public sealed class SchoolHealthEnvelope : XprEnvelope
{
    /// <summary>The units stated (Enhet) by their local key, at most the first ten thousand.</summary>
    public IDictionary<string, Unit> Units { get; } = new Dictionary<string, Unit>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override MessageOrigin Origin => MessageOrigin.Of("KPR_HST", ExtractedOn?.ToDateTime(default));

    /// <summary>None: types 16 and 17 are those of IPLOS, and of the others the register asks for nothing (F20).</summary>
    public override IReadOnlyList<string> DemandedContacts { get; } = [];

    /// <inheritdoc/>
    public override (string Field, string Message)? TypeFault => Meldingstype switch
    {
        "B" or "E" or "K" => null,
        null => ("meldingstype", "Meldingstype mangler (T10)."),
        _ => ("meldingstype", "Meldingstypen er verken B, E eller K (T10)."),
    };
}
