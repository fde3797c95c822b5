using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I09: production takes no synthetic number. Types 1 and 2, and the numbers of practitioners.</summary>
public sealed class I09NoSyntheticInProduction() : RecordRule<PersonRecord>("I09", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Syntetiske numre (måned + 80) tas ikke imot i produksjon.";

    /// <inheritdoc/>
    public override string English => "Synthetic numbers are not accepted in production.";

    /// <inheritdoc/>
    public override string Advice => "Send bare ekte personer til produksjon.";

    /// <inheritdoc/>
    public override string Source => "Skatteetaten, syntetiske testdata; eget valg";

    /// <inheritdoc/>
    public override int Order => 70;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (verdict.File.Settings.Environment != KprEnvironment.Production)
        {
            return;
        }

        if (record.IdentityType is IdentityType.BirthNumber or IdentityType.DNumber && !record.IdentitySettled
            && !string.IsNullOrEmpty(record.IdentityNumber) && IsWrong(record.Analysis, verdict.File))
        {
            verdict.Report(this, record.IdentityNumberField, "Nummeret er syntetisk og tas ikke imot i produksjon.");
        }

        foreach (var (field, number) in record.PersonnelNumbers)
        {
            if (IsWrong(NationalIdNumber.Analyse(number), verdict.File))
            {
                verdict.Report(this, field, "Nummeret er syntetisk og tas ikke imot i produksjon.");
            }
        }
    }

    private static bool IsWrong(in NationalIdAnalysis analysis, FileContext file)
    {
        var synthetic = analysis.IsSynthetic(file.Settings.AcceptMonthPlus40);
        return synthetic && analysis.IsValid(file.CheckDigitRule);
    }
}
