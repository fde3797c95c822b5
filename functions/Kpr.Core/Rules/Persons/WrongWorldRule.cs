using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>
/// What I09 and I10 share: a number that holds but belongs to people of the other world, made up in production or
/// real in test. Types 1 and 2, and the numbers of practitioners; a number that does not hold has rules of its own.
/// </summary>
/// <param name="id">Id in the rule catalogue.</param>
/// <param name="severity">What a finding costs.</param>
/// <param name="environment">Where the rule is judged.</param>
/// <param name="wrong">Whether synthetic numbers are the wrong ones there.</param>
/// <param name="message">What is wrong, in Norwegian.</param>
public abstract class WrongWorldRule(string id, Severity severity, KprEnvironment environment, bool wrong, string message)
    : RecordRule<PersonRecord>(id, severity)
{
    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (verdict.File.Settings.Environment != environment)
        {
            return;
        }

        if (record.IdentityType is IdentityType.BirthNumber or IdentityType.DNumber && !record.IdentitySettled
            && !string.IsNullOrEmpty(record.IdentityNumber) && IsWrong(record.Analysis, verdict.File))
        {
            verdict.Report(this, record.IdentityNumberField, message);
        }

        foreach (var (field, number) in record.PersonnelNumbers)
        {
            if (IsWrong(NationalIdNumber.Analyse(number), verdict.File))
            {
                verdict.Report(this, field, message);
            }
        }
    }

    private bool IsWrong(in NationalIdAnalysis analysis, FileContext file) =>
        analysis.IsValid(file.CheckDigitRule) && analysis.IsSynthetic(file.Settings.AcceptMonthPlus40) == wrong;
}
