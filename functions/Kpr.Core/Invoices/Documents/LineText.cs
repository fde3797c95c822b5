using System.Globalization;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Documents;

/// <summary>What lines say to the buyer: fixed texts, so that nothing of the case can slip in (R46).</summary>
public static class LineText
{
    /// <summary>The text of a line.</summary>
    public static string Of(FeeLine line) => line.Item switch
    {
        FeeItem.BasePrice => "Grunnpris for søknad",
        FeeItem.Handling => "Saksbehandling",
        FeeItem.MinimumHours => "Tilrettelegging av data, opp til minstetid",
        _ => "Tilrettelegging av data",
    } + (line.Grade.Length > 0 ? $", nivå {line.Grade}" : "");

    /// <summary>A quantity as machines read it, without needless zeros: <c>0.25</c>.</summary>
    public static string Quantity(long hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}
