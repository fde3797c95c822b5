using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I14: the birth year in the number agrees with the one stated beside it; D-numbers are exempt.</summary>
public sealed class I14BirthYearAgrees() : RecordRule<PersonRecord>("I14", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Fødselsåret i nummeret skal stemme med oppgitt fødselsår (ikke D-nummer).";

    /// <inheritdoc/>
    public override string English => "Birth year in the number agrees with the stated one; D-numbers exempt.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummer og fødselsår mot Folkeregisteret.";

    /// <inheritdoc/>
    public override string Source => "Kontroller ved KPR; folkeregisterforskriften";

    /// <inheritdoc/>
    public override int Order => 90;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType == IdentityType.BirthNumber && record.StatedBirthYear is { } stated && stated != 0
            && record.Analysis.BirthDate is { } birth && birth.Year != stated)
        {
            verdict.Report(this, record.IdentityNumberField, "Fødselsåret i nummeret stemmer ikke med oppgitt fødselsår.");
        }
    }
}
