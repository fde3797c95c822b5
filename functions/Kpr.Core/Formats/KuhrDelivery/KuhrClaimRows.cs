using System.Buffers;
using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Claims;
using Kpr.Core.Rules.Files;
using Kpr.Core.Rules.KuhrDelivery;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>Puts a claim together from its rows, and judges the types and lengths of their values (K34).</summary>
internal sealed class KuhrClaimRows
{
    private const int LongestNumber = 18;
    private const int LongestIdentity = 20;
    private const int LongestPracticeId = 40;
    private const int LongestCode = 20;
    private const int LongestTariff = 7;

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

    private void AddPerson(KuhrRow row)
    {
        if (++_persons > 1)
        {
            return;
        }

        Claim.HasPatient = true;
        Claim.PasientId = row[1].IsEmpty ? null : Encoding.UTF8.GetString(row[1]);
        Claim.PasientIdType = Text(row[2]);
        Claim.Trygdenasjon = Optional(row, 3, 2, "person.trygdenasjon");
        if (row[1].Length > LongestIdentity)
        {
            Claim.PasientId = null;
            Reject("fid", $"høyst {LongestIdentity} tegn", row.Line);
        }
    }

    private void AddDiagnosis(KuhrRow row)
    {
        if (!KuhrRow.TryNumber(row[1], out var number) || number is < 1 or > int.MaxValue)
        {
            number = 0;
        }

        var system = Text(row[2]);
        var code = Optional(row, 3, LongestCode, "diagnose.kode", row.Line);
        Claim.Diagnoser.Add(new ClaimCode(system is null ? null : DiagnosisSystems.OidOf(system) ?? system, code, row.Line));
        _delivered.DiagnosisNumbers.Add((int)number);
    }

    private void AddTariff(KuhrRow row)
    {
        if (!KuhrRow.TryNumber(row[1], out var place) || place < 1)
        {
            Drop("takst.linjeNr", "et tall fra 1", row.Line);
        }

        var code = row[2].IsEmpty || row[2].Length > LongestTariff ? null : Text(row[2]);
        if (code is null)
        {
            Reject("takst.takstkode", $"en kode på høyst {LongestTariff} tegn", row.Line);
        }

        int? count = KuhrRow.TryNumber(row[3], out var stated) && stated is > int.MinValue and < int.MaxValue ? (int)stated : null;
        if (count is null && !row[3].IsEmpty)
        {
            Reject("takst.antall", "et antall", row.Line);
        }

        Claim.Takster.Add(new ClaimItem(null, code, Amount(row, 4, required: false), count is null ? 1 : count >= 1 ? count : null, count, row.Line));
        _delivered.TariffShares.Add(Amount(row, 5, required: false, of: KuhrFileKind.Tariff));
    }

    private string? Text(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? null : _codes.Get(utf8);

    private string? Required(KuhrRow row, int column, int longest, bool digits = false, bool common = true)
    {
        var value = row[column];
        if (value.IsEmpty)
        {
            Claim.AddFault(The<K34Columns>.Rule, Name(column), F02Structure.Missing(Name(column)), Severity.RejectRecord);
            return null;
        }

        if (value.Length > longest || (digits && value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0))
        {
            Reject(Name(column), digits ? $"høyst {longest} siffer" : $"høyst {longest} tegn");
            return null;
        }

        return common ? _codes.Get(value) : Encoding.UTF8.GetString(value);
    }

    private string? Optional(KuhrRow row, int column, int longest, string? field = null, long? line = null)
    {
        var value = row[column];
        if (value.Length <= longest)
        {
            return Text(value);
        }

        Drop(field ?? Name(column), $"høyst {longest} tegn", line ?? row.Line);
        return null;
    }

    private long? Amount(KuhrRow row, int column, bool required, KuhrFileKind of = KuhrFileKind.Claim)
    {
        var value = row[column];
        if (KuhrRow.TryNumber(value, out var ore) && Math.Abs(ore) <= Ore.Max)
        {
            return ore;
        }

        if (required)
        {
            Reject(Name(column), "et beløp i hele øre");
        }
        else if (!value.IsEmpty)
        {
            Drop(of == KuhrFileKind.Tariff ? "takst.egenandelOre" : "takst.refusjonOre", "et beløp i hele øre", row.Line);
        }

        return null;
    }

    private static string Name(int column) => KuhrColumns.Of(KuhrFileKind.Claim)[column];

    private void Reject(string field, string type, long? line = null) =>
        Claim.AddFault(The<K34Columns>.Rule, field, F02Structure.WrongType(field, type), Severity.RejectRecord, line);

    private void Drop(string field, string type, long? line = null) =>
        Claim.AddFault(The<K34Columns>.Rule, field, $"{F02Structure.WrongType(field, type)} Verdien er ikke tatt med.", Severity.Warning, line);
}
