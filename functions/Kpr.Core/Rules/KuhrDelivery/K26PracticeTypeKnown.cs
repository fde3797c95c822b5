using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K26: the practice type is known and fits the area.</summary>
public sealed class K26PracticeTypeKnown() : RecordRule<Claim>("K26", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Praksistypen skal være kjent og høre til fagområdet.";

    /// <inheritdoc/>
    public override string English => "The practice type is in the list and fits the claim area, where the list states one.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller praksistype og fagomraade på regningen.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon; Helserefusjon, åpne data";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record.Delivered is not { PracticeType: { } code } delivered)
        {
            return;
        }

        var types = verdict.File.Reference.PracticeTypes;
        if ((record.Day is { } day ? types.Find(code, day) : types.Find(code)) is not { } type)
        {
            verdict.Report(this, "praksistype", "Praksistypen er ukjent.");
        }
        else if (type.Area is { } area && delivered.Area is { } stated && stated != area)
        {
            verdict.Report(this, "fagomraade", "Praksistypen hører ikke til fagområdet.");
        }
    }
}
