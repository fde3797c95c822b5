using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I26: an HPR number has one to nine digits and is not zero.</summary>
public sealed class I26HprNumber() : RecordRule<PersonRecord>("I26", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "HPR-nummer skal ha ett til ni siffer og ikke være null.";

    /// <inheritdoc/>
    public override string English => "HPR number: one to nine digits and not zero.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummeret i Helsepersonellregisteret.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override int Order => 120;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        foreach (var (field, number) in record.HprNumbers)
        {
            if (!HprNumber.IsValid(number))
            {
                verdict.Report(this, field, "HPR-nummeret har ikke ett til ni siffer, eller er null.");
            }
        }
    }
}
