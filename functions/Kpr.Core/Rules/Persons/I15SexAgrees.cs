using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I15: the sex in the number agrees with the one stated beside it. Numbers of the rule of 2032 tell no sex.</summary>
public sealed class I15SexAgrees() : RecordRule<PersonRecord>("I15", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Kjønn i nummeret skal stemme med oppgitt kjønn (numre fra før 2032).";

    /// <inheritdoc/>
    public override string English => "Sex in the number agrees with the stated one; only for numbers from before 2032.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummer og kjønn mot Folkeregisteret.";

    /// <inheritdoc/>
    public override string Source => "SSB, kravspesifikasjon for kommunale filer";

    /// <inheritdoc/>
    public override int Order => 91;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType is IdentityType.BirthNumber or IdentityType.DNumber && record.StatedSex != Sex.Unknown
            && record.Analysis.Sex != Sex.Unknown && record.Analysis.Sex != record.StatedSex)
        {
            verdict.Report(this, record.IdentityNumberField, "Kjønn i nummeret stemmer ikke med oppgitt kjønn.");
        }
    }
}
