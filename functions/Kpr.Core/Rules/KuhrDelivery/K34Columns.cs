using Kpr.Core.Formats;
using Kpr.Core.Formats.KuhrDelivery;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K34: the files have the columns, types and lengths of their version, and stand in one order.</summary>
public sealed class K34Columns() : ReaderRule("K34", Severity.RejectFile, Severity.RejectRecord, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Filene skal ha kolonnene, typene og lengdene i formatet, og regningene i samme rekkefølge i alle.";

    /// <inheritdoc/>
    public override string English => "Columns as agreed, in order; as many fields in each row; all files in the order of regning: else the delivery is rejected. A value of wrong type or length rejects its claim, or is dropped with a warning where the claim can do without it.";

    /// <inheritdoc/>
    public override string Advice => "Lag filene etter formatbeskrivelsen, sortert på enkeltregningId.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller; følgen for en enkelt verdi er eget valg";

    private const int LongestName = 60;

    /// <summary>The header is not the format's.</summary>
    public Fault WrongColumn(KuhrFileKind kind, int column, string? found) => At(kind, 1, found is null
        ? $"{kind.Name()} mangler kolonnen {KuhrColumns.Of(kind)[column]}."
        : column == KuhrColumns.Of(kind).Count
            ? $"{kind.Name()} har en kolonne for mye: {Short(found)}."
            : $"{kind.Name()} har kolonnen {Short(found)} der {KuhrColumns.Of(kind)[column]} skal stå.");

    /// <summary>A row has too many fields or too few.</summary>
    public Fault WrongFields(KuhrFileKind kind, long line, int found) =>
        At(kind, line, $"En rad i {kind.Name()} har {found} felt. Formatet har {KuhrColumns.Of(kind).Count}.");

    /// <summary>A file does not follow the order of the claims.</summary>
    public Fault WrongOrder(KuhrFileKind kind, long line) =>
        At(kind, line, $"Radene i {kind.Name()} står ikke i samme rekkefølge som i regning.");

    private static string Short(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName), "…");

    private Fault At(KuhrFileKind kind, long line, string message) => new(this, Severity.RejectFile, kind.Name(), line, message);
}
