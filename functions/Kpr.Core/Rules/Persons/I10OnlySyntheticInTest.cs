using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I10: a test environment takes synthetic numbers only. Types 1 and 2, and the numbers of practitioners.</summary>
public sealed class I10OnlySyntheticInTest() : RecordRule<PersonRecord>("I10", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Ekte numre tas ikke imot i testmiljøet.";

    /// <inheritdoc/>
    public override string English => "Non-synthetic numbers are not accepted in a test environment.";

    /// <inheritdoc/>
    public override string Advice => "Bruk Tenor eller andre syntetiske personer (måned + 80) i test.";

    /// <inheritdoc/>
    public override string Source => "Skatteetaten, syntetiske testdata; eget valg";

    /// <inheritdoc/>
    public override int Order => 80;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (verdict.File.Settings.Environment != KprEnvironment.Test)
        {
            return;
        }

        if (record.IdentityType is IdentityType.BirthNumber or IdentityType.DNumber && !record.IdentitySettled
            && !string.IsNullOrEmpty(record.IdentityNumber) && IsWrong(record.Analysis, verdict.File))
        {
            verdict.Report(this, record.IdentityNumberField, "Nummeret er ikke syntetisk og tas ikke imot i testmiljøet.");
        }

        foreach (var (field, number) in record.PersonnelNumbers)
        {
            if (IsWrong(NationalIdNumber.Analyse(number), verdict.File))
            {
                verdict.Report(this, field, "Nummeret er ikke syntetisk og tas ikke imot i testmiljøet.");
            }
        }
    }

    private static bool IsWrong(in NationalIdAnalysis analysis, FileContext file)
    {
        var synthetic = analysis.IsSynthetic(file.Settings.AcceptMonthPlus40);
        return !synthetic && analysis.IsValid(file.CheckDigitRule);
    }
}
