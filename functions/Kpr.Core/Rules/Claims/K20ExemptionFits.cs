using Kpr.Core.Formats.Claims;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Claims;

/// <summary>K20: the exemption fits the patient.</summary>
public sealed class K20ExemptionFits() : RecordRule<Claim>("K20", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Årsak til fri egenandel skal passe til pasientens alder og kjønn.";

    /// <inheritdoc/>
    public override string English => "Exemption B is for children below 16, J below 18, S not for men.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller årsaken til fri egenandel, fødselsdatoen og kjønnet.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 7461, og eget valg";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        switch (record.ArsakFriEgenandel)
        {
            case "B":
                JudgeAge(record, 16, verdict);
                break;
            case "J":
                JudgeAge(record, 18, verdict);
                break;
            case "S" when SexOf(record) == Sex.Male:
                verdict.Report(this, record.Fields.Exemption, "Fritak S (svangerskap) er oppgitt for en mann.");
                break;
        }
    }

    private static Sex SexOf(Claim record) => record.Analysis.Sex is not Sex.Unknown and var sex ? sex : record.StatedSex;

    private void JudgeAge(Claim record, int limit, RecordVerdict verdict)
    {
        if ((record.Analysis.BirthDate ?? record.BirthDate) is { } born && record.LocalTime is { } time
            && born.AddYears(limit) <= DateOnly.FromDateTime(time))
        {
            verdict.Report(this, record.Fields.Exemption, $"Fritak {record.ArsakFriEgenandel} gjelder barn under {limit} år, og pasienten var eldre.");
        }
    }
}
