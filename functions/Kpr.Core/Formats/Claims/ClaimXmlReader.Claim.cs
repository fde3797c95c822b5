using System.Globalization;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>The claims (Enkeltregning), read by name in any order.</summary>
public sealed partial class ClaimXmlReader
{
    private const uint RepeatedIdent = 1u << (int)PatientXmlPart.Ident;

    private const uint RepeatedInTreatment = (1u << (int)TreatmentXmlPart.Diagnose) | (1u << (int)TreatmentXmlPart.HenvisningsDiagnose)
        | (1u << (int)TreatmentXmlPart.Takst) | (1u << (int)TreatmentXmlPart.Tann) | (1u << (int)TreatmentXmlPart.Prosedyrekode);

    private void ReadClaim()
    {
        Records++;
        _claim.Begin(Records, Line, _envelope!.Index);
        _claim.Fields = ClaimFields.Xml;
        _claim.Envelope = _envelope;
        BeginRecord();
        NoAttributes();
        var seen = 0u;
        for (var children = Children(); NextChild(ref children, _names.InClaim, 0, ref seen, out var child);)
        {
            ReadPart((ClaimXmlPart)child);
        }

        EndRecord();
        ClaimForm.Check(_claim);
        _envelope.Count(_claim);
    }

    private void ReadPart(ClaimXmlPart part)
    {
        switch (part)
        {
            case ClaimXmlPart.Guid:
                _claim.Guid = Text();
                break;
            case ClaimXmlPart.BetaltEgenandel:
                ReadPaid();
                break;
            case ClaimXmlPart.Kreditering:
                _claim.Kreditering = Flag(_names.InClaim[(int)part], Text()) ?? false;
                break;
            case ClaimXmlPart.RegningNr:
                _claim.Regningsnummer = Text();
                break;
            case ClaimXmlPart.DatoTid:
                _claim.Tidspunkt = Text();
                break;
            case ClaimXmlPart.Merknad:
                _claim.Merknad = Text();
                break;
            case ClaimXmlPart.Patient:
                ReadPatient();
                break;
            case ClaimXmlPart.Behandling:
                ReadTreatment();
                break;
        }
    }

    private void ReadPaid()
    {
        var line = Line;
        while (Xml.MoveToNextAttribute())
        {
            if (ReferenceEquals(Xml.LocalName, _names.ErBetalt) && Xml.NamespaceURI.Length == 0)
            {
                _claim.BetaltEgenandel = Flag(Xml.LocalName, Xml.Value.Trim());
            }
            else if (ReferenceEquals(Xml.LocalName, _names.Korrigering) && Xml.NamespaceURI.Length == 0)
            {
                _claim.KorrigeringBetaltEgenandel = Flag(Xml.LocalName, Xml.Value.Trim()) ?? false;
            }
            else
            {
                StrangeAttribute(line);
            }
        }

        Xml.MoveToElement();
        NoContent();
    }

    private void ReadPatient()
    {
        NoAttributes();
        var seen = 0u;
        for (var children = Children(); NextChild(ref children, _names.InPatient, RepeatedIdent, ref seen, out var child);)
        {
            switch ((PatientXmlPart)child)
            {
                case PatientXmlPart.FamilyName:
                    _claim.Etternavn = Text();
                    break;
                case PatientXmlPart.GivenName:
                    _claim.Fornavn = Text();
                    break;
                case PatientXmlPart.DateOfBirth:
                    _claim.Fodselsdato = Text();
                    break;
                case PatientXmlPart.Sex:
                    _claim.Kjonn = Coded().Value;
                    break;
                case PatientXmlPart.Nationality:
                    _claim.Trygdenasjon = Coded().Value;
                    break;
                case PatientXmlPart.ArbeidstagerNorge:
                    _claim.ArbeidstagerNorge = Coded().Value;
                    break;
                case PatientXmlPart.Ident:
                    TakeIdent(ReadIdent());
                    break;
            }
        }
    }

    // Of several identities the one that yields a person key counts, else the first.
    private void TakeIdent(ClaimParty ident)
    {
        var better = ident.Type is "FNR" or "DNR" or "DUF" && _claim.PasientIdType is not ("FNR" or "DNR" or "DUF");
        if ((_claim.PasientId is null && _claim.PasientIdType is null) || better)
        {
            _claim.PasientId = ident.Id;
            _claim.PasientIdType = ident.Type;
        }
    }

    private ClaimParty ReadIdent(bool inClaim = true)
    {
        string? id = null;
        string? type = null;
        if (inClaim)
        {
            NoAttributes();
        }

        var seen = 0u;
        for (var children = Children(); NextChild(ref children, _names.InIdent, inClaim ? 0 : uint.MaxValue, ref seen, out var child, inClaim);)
        {
            if (child == 0)
            {
                id = Text(inClaim);
            }
            else
            {
                type = Coded(inClaim).Value;
            }
        }

        return new ClaimParty(id, type);
    }

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

    private bool? Flag(string field, string? text)
    {
        switch (text)
        {
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            case null or "":
                return null;
            default:
                Reject(field, F02Structure.WrongType(field, "true eller false"));
                return null;
        }
    }

    private void Reject(string field, string message)
    {
        CountFault();
        ClaimForm.Reject(_claim, field, message, Line);
    }
}
