using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A24: the home municipality is one of the data year, or 9000, 9900 or 9999; otherwise it is set to 9999.</summary>
public sealed class A24HomeValid() : RecordRule<CareUser>("A24", Severity.Warning)
{
    private const string Unknown = "9999";

    /// <inheritdoc/>
    public override string Norwegian => "Bostedskommunen skal gjelde i dataåret, eller være 9000, 9900 eller 9999; ellers settes den til 9999.";

    /// <inheritdoc/>
    public override string English => "Home municipality valid in the year, or 9000 / 9900 / 9999; else set to 9999.";

    /// <inheritdoc/>
    public override string Advice => "Bruk kommunenummeret som gjaldt i dataåret.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021; SSB Klass 131";

    /// <inheritdoc/>
    public override int Order => 940;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (record.KomNrHjem is null || !verdict.File.Reference.IsValidHome(record.KomNrHjem, record.YearEnd))
        {
            verdict.Report(this, "komNrHjem", "Bostedskommunen mangler eller gjaldt ikke i dataåret, og settes til 9999.");
            record.KomNrHjem = Unknown;
        }
    }
}
