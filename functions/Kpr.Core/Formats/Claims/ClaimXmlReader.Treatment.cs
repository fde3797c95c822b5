using System.Globalization;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>The treatment (Behandling): diagnoses, referral, practitioners, tariffs and sums.</summary>
public sealed partial class ClaimXmlReader
{
    private const uint RepeatedInTreatment = (1u << (int)TreatmentXmlPart.Diagnose) | (1u << (int)TreatmentXmlPart.HenvisningsDiagnose)
        | (1u << (int)TreatmentXmlPart.Takst) | (1u << (int)TreatmentXmlPart.Tann) | (1u << (int)TreatmentXmlPart.Prosedyrekode);

    private void ReadTreatment()
    {
        NoAttributes();
        var seen = 0u;
        for (var children = Children(); NextChild(ref children, _names.InTreatment, RepeatedInTreatment, ref seen, out var child);)
        {
            var line = Line;
            switch ((TreatmentXmlPart)child)
            {
                case TreatmentXmlPart.Diagnose:
                    AddDiagnosis(_claim.Diagnoser, line);
                    break;
                case TreatmentXmlPart.HenvisningsDiagnose:
                    AddDiagnosis(_claim.HenvisningDiagnoser, line);
                    break;
                case TreatmentXmlPart.KodeEgenandel:
                    _claim.ArsakFriEgenandel = Coded().Value;
                    break;
                case TreatmentXmlPart.HenvisningsDato:
                    _claim.HenvisningDato = Text();
                    break;
                case TreatmentXmlPart.HenvisningsId:
                    _claim.HenvisningId = Text();
                    break;
                case TreatmentXmlPart.Behandlerident:
                    _claim.UtforendeBehandler = ReadIdent();
                    break;
                case TreatmentXmlPart.RelatertBehandler:
                    _claim.RelatertBehandler = ReadIdent();
                    break;
                case TreatmentXmlPart.Moderasjonskode:
                    _claim.Moderasjonskode = Coded().Value;
                    break;
                case TreatmentXmlPart.Behandlingsform:
                    _claim.Stonadspunkt = Coded().Value;
                    break;
                case TreatmentXmlPart.Sykdomslistepunkt:
                    _claim.SjeldenMedisinskTilstand = Coded().Value;
                    break;
                case TreatmentXmlPart.Takst:
                    ReadTariff(line);
                    break;
                case TreatmentXmlPart.Tann when Text() is { } tooth:
                    _claim.Tenner.Add(tooth);
                    break;
                case TreatmentXmlPart.Prosedyrekode:
                    ReadProcedure(line);
                    break;
                case TreatmentXmlPart.SumKrav:
                    ReadSum();
                    break;
            }
        }
    }

    private void ReadTariff(long line)
    {
        NoAttributes();
        string? code = null;
        long? amount = null;
        int? stated = null;
        var seen = 0u;
        for (var children = Children(); NextChild(ref children, _names.InTariff, 0, ref seen, out var child);)
        {
            switch (child)
            {
                case 0:
                    amount = AmountInOre(_names.InTariff[0]);
                    break;
                case 1:
                    code = Text();
                    break;
                default:
                    stated = Count(Text());
                    break;
            }
        }

        ClaimForm.Add(_claim.Takster, null, code, amount, stated, line);
    }

    private void ReadProcedure(long line)
    {
        NoAttributes();
        string? system = null;
        string? code = null;
        var seen = 0u;
        for (var children = Children(); NextChild(ref children, _names.InProcedure, 0, ref seen, out var child);)
        {
            if (child == 0)
            {
                system = Coded().Value;
            }
            else
            {
                code = Text();
            }
        }

        ClaimForm.Add(_claim.Prosedyrekoder, system, code, null, null, line);
    }

    private void ReadSum()
    {
        NoAttributes();
        var seen = 0u;
        for (var children = Children(); NextChild(ref children, _names.InSum, 0, ref seen, out var child);)
        {
            if (child == 0)
            {
                _claim.EgenandelOre = AmountInOre(_names.InSum[0]);
            }
            else
            {
                _claim.BelopOre = AmountInOre(_names.InSum[1]);
                _claim.AmountUnreadable = _claim.BelopOre is null;
            }
        }
    }

    private void AddDiagnosis(List<ClaimCode> diagnoses, long line)
    {
        var (code, system) = Coded();
        ClaimForm.Add(diagnoses, system, code, line);
    }

    private int? Count(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        Reject(_names.InTariff[2], F02Structure.WrongType(_names.InTariff[2], "et heltall"));
        return null;
    }
}
