using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I12: type and number agree. A number that holds under another type than stated is stored under the one it holds under.</summary>
public sealed class I12TypeFitsNumber() : RecordRule<PersonRecord>("I12", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Type og nummer skal stemme overens. Registeret retter typen når nummeret er gyldig under en annen.";

    /// <inheritdoc/>
    public override string English => "Type and shape of the number agree; otherwise the type is corrected and the sender told.";

    /// <inheritdoc/>
    public override string Advice => "Rett typen i fagsystemet, for eksempel 2 for D-nummer.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override int Order => 30;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        var stated = record.IdentityType;
        var judged = stated is IdentityType.BirthNumber or IdentityType.DNumber or IdentityType.HNumber
            or IdentityType.Duf or IdentityType.CommonHelpNumber;
        if (!judged || string.IsNullOrEmpty(record.IdentityNumber))
        {
            return;
        }

        var analysis = record.Analysis;
        var actual = IdentityTypes.TypeOf(analysis.Shape, verdict.File.Settings.AcceptMonthPlus40);
        if (actual != IdentityType.None && actual != stated && analysis.IsValid(verdict.File.CheckDigitRule))
        {
            verdict.Report(
                this, record.IdentityTypeField,
                $"Nummeret er et {actual.NorwegianName()}, ikke et {stated.NorwegianName()}. Typen er rettet.");
            record.IdentityType = actual;
        }
    }
}
