using System.Buffers;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Claims;
using Kpr.Core.Rules.KuhrDelivery;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>Puts a claim together from its rows, and judges the types and lengths of their values (K34).</summary>
internal sealed partial class KuhrClaimRows
{
    private const int LongestNumber = 18;
    private const int LongestPracticeId = 40;

    private static readonly CodeList Settlements = CodeLists.Get("8257");
    private static readonly CodeList Professions = CodeLists.Get("8401");

    private static readonly SearchValues<byte> RemarkCharacters = SearchValues.Create("0123456789, "u8);

    private readonly CodeTexts _codes = new();
    private readonly DeliveredClaim _delivered = new();
    private int _persons;

    /// <summary>Begins with an empty claim.</summary>
    public KuhrClaimRows() => Claim = new Claim { Delivered = _delivered, Fields = ClaimFields.Delivery };

    /// <summary>The claim; the same instance for every one.</summary>
    public Claim Claim { get; }

    /// <summary>Reads a row of regning; the claim has begun.</summary>
    public void ReadClaim(KuhrRow row)
    {
        _persons = 0;
        ReadId(row);
        Claim.Regningsnummer = Required(row, 1, LongestNumber, digits: true, common: false);
        _delivered.MessageType = Required(row, 2, 4);
        _delivered.Settlement = Optional(row, 3, 2);
        _delivered.Area = Required(row, 4, 5);
        _delivered.PracticeType = Required(row, 5, 4);
        _delivered.PracticeId = Required(row, 6, LongestPracticeId, common: false);
        _delivered.PracticeOrganisation = Optional(row, 7, 10);
        _delivered.PracticeMunicipality = Text(row[8]);
        Claim.UtforendeBehandler = Required(row, 9, 9, common: false) is { } practitioner ? new ClaimParty(practitioner, "HPR") : default;
        Claim.BehandlerProfesjon = Required(row, 10, 2, digits: true);
        ReadTime(row);
        ReadPatient(row);
        Claim.ArsakFriEgenandel = Optional(row, 17, 1);
        ReadAmounts(row);
        Claim.Moderasjonskode = Optional(row, 23, 1);
        _delivered.Status = Required(row, 24, 8);
        ReadRemarks(row);
        CheckCodes();
    }

    /// <summary>Reads a row of another file.</summary>
    public void Add(KuhrFileKind kind, KuhrRow row)
    {
        switch (kind)
        {
            case KuhrFileKind.Person:
                AddPerson(row);
                break;
            case KuhrFileKind.Diagnosis:
                AddDiagnosis(row);
                break;
            case KuhrFileKind.Tariff:
                AddTariff(row);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "A claim has one row in regning.");
        }
    }

    /// <summary>Judges what can be told when all rows are read.</summary>
    public void Finish()
    {
        if (_persons > 1)
        {
            Claim.AddFault(The<K09RowsBelong>.Rule, "person", K09RowsBelong.SeveralPersons);
        }

        ClaimForm.CheckSigns(Claim);
        if (Claim.Kreditering && _delivered.Credits is null)
        {
            Claim.AddFault(The<K23CreditMatches>.Rule, Claim.Fields.Credit, K23CreditMatches.CreditOfNothing);
        }
    }

    private void ReadId(KuhrRow row)
    {
        if (GuidKey.TryParse(row[0], out var id))
        {
            Claim.Id = id;
        }
        else
        {
            Claim.AddFault(The<K03UniqueGuid>.Rule, Claim.Fields.Guid, row[0].IsEmpty ? K03UniqueGuid.Missing(rejected: true) : K03UniqueGuid.Malformed);
        }
    }

    private void ReadTime(KuhrRow row)
    {
        if (!KuhrRow.TryDate(row[11], out var date))
        {
            Reject("dato", "en dato (åååå-mm-dd)");
        }
        else if (!KuhrRow.TryTime(row[12], out var time))
        {
            Reject("klokkeslett", "et klokkeslett (tt:mm)");
        }
        else
        {
            Claim.LocalTime = date.ToDateTime(TimeOnly.MinValue) + time;
        }

        if (KuhrRow.TryDateTime(row[26], out var sent, out var offset))
        {
            _delivered.SubmittedAt = offset is { } zone ? NorwegianTime.ToLocal(new DateTimeOffset(sent, zone)).DateTime : sent;
        }
        else
        {
            Reject("innsendtTid", "en dato med klokkeslett");
        }
    }

    private void ReadPatient(KuhrRow row)
    {
        Claim.Kjonn = Text(row[13]) is { } sex && sex != "-1" ? sex : null;
        if (Claim.Kjonn is not (null or "0" or "1" or "2" or "9"))
        {
            Claim.Kjonn = null;
            Drop("kjonn", "en kode i kodeverk 3101");
        }

        if (KuhrRow.TryNumber(row[14], out var year) && year is >= 1850 and <= 2999)
        {
            _delivered.BirthYear = (int)year;
        }
        else if (!row[14].IsEmpty && year is not (0 or -1))
        {
            Drop("fodselsaar", "et årstall");
        }

        _delivered.HomeMunicipality = Text(row[15]) is { } home && home != "-1" ? home : null;
        _delivered.District = Text(row[16]) is { } district && district != "-1" ? district : null;
    }

    private void ReadAmounts(KuhrRow row)
    {
        _delivered.ShareStatus = Required(row, 18, 1);
        Claim.EgenandelOre = Amount(row, 19, required: true);
        Claim.BelopOre = Amount(row, 20, required: true);
        _delivered.AmountOre = Amount(row, 21, required: true);
        Claim.AmountUnreadable = Claim.EgenandelOre is null || Claim.BelopOre is null;
        if (GuidKey.TryParse(row[22], out var credited))
        {
            _delivered.Credits = credited;
        }
        else if (!row[22].IsEmpty)
        {
            Reject("krediterer", "en GUID");
        }

        var status = _delivered.ShareStatus;
        Claim.Kreditering = status == "5" || !row[22].IsEmpty;
        Claim.KorrigeringBetaltEgenandel = status == "4" && !Claim.Kreditering;
        Claim.BetaltEgenandel = status switch { "2" => false, "3" or "4" => true, _ => null };
    }

    private void ReadRemarks(KuhrRow row)
    {
        var remarks = row[25];
        if (remarks.IsEmpty)
        {
            return;
        }

        if (remarks.Length <= LongestPracticeId * 5 && remarks.IndexOfAnyExcept(RemarkCharacters) < 0)
        {
            _delivered.Remarks = _codes.Get(remarks).Replace(',', ' ');
        }
        else
        {
            Drop("merknader", "en liste av tall");
        }
    }

    private void CheckCodes()
    {
        if (_delivered.MessageType is { } type && ClaimServices.OfMessageType(type) == ClaimService.Unknown)
        {
            Reject("meldingstype", "en meldingstype som registeret tar imot");
        }

        if (_delivered.ShareStatus is { } share && share is not ("1" or "2" or "3" or "4" or "5"))
        {
            Reject("egenandelStatus", "en kode i kodeverk 7463");
        }

        if (_delivered.Status is { } status && status is not ("godkjent" or "avvist"))
        {
            Reject("status", "godkjent eller avvist");
        }

        if (_delivered.Settlement is { } settlement ? !Settlements.Contains(settlement) : _delivered.MessageType == "LOM")
        {
            _delivered.Settlement = null;
            Drop("oppgjorsart", "en kode i kodeverk 8257");
        }

        if (Claim.BehandlerProfesjon is { } profession && !Professions.Contains(profession))
        {
            Claim.BehandlerProfesjon = null;
            Drop("behandlerType", "en kode i kodeverk 8401");
        }
    }
}
