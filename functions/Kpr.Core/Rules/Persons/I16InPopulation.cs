using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I16: a birth number or D-number that holds is in the population register. Judged when the operator has loaded one.</summary>
public sealed class I16InPopulation() : RecordRule<PersonRecord>("I16", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Fødselsnummer og D-nummer skal finnes i Folkeregisteret.";

    /// <inheritdoc/>
    public override string English => "The number is in the population register; judged by the intake when one is loaded.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummeret mot Folkeregisteret.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 8221, E53";

    /// <summary>After the rules about the number itself: what does not hold is no number of anybody.</summary>
    public override int Order => 63;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (verdict.File.Persons is { HasPopulation: true } known && record is { WithoutPersonKey: false, IdentityNumber: { Length: > 0 } number }
            && record.IdentityType is IdentityType.BirthNumber or IdentityType.DNumber && record.Analysis.IsValid(verdict.File.CheckDigitRule)
            && known.Find(number) is not { IsInPopulation: true })
        {
            verdict.Report(this, record.IdentityNumberField, "Nummeret finnes ikke i Folkeregisteret (E53).");
        }
    }
}
