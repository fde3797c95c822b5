using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>The claims (Enkeltregning), read by name in any order.</summary>
public sealed partial class ClaimXmlReader
{
    private const uint RepeatedIdent = 1u << (int)PatientXmlPart.Ident;

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
                id = Text(inClaim, trim: !inClaim);
            }
            else
            {
                type = Coded(inClaim).Value;
            }
        }

        return new ClaimParty(id, type);
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
