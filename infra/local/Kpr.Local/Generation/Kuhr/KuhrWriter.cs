using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Kpr.Core.Identity;

namespace Kpr.Local.Generation.Kuhr;

/// <summary>Writes the files of a delivery, and the manifest when all else is written.</summary>
internal sealed class KuhrWriter : IDisposable
{
    private static readonly string[] Names = ["regning", "person", "diagnose", "takst"];

    private static readonly string[] Headers =
    [
        "enkeltregningId;regningsnummer;meldingstype;oppgjorsart;fagomraade;praksistype;praksisId;praksisOrgNr;praksisKommuneNr;behandlerHpr;behandlerType;"
        + "dato;klokkeslett;kjonn;fodselsaar;bostedKommuneNr;bydel;arsakFriEgenandel;egenandelStatus;egenandelOre;refusjonOre;belopOre;krediterer;"
        + "moderasjonskode;status;merknader;innsendtTid",
        "enkeltregningId;fid;typeID;trygdenasjon",
        "enkeltregningId;kodeNr;kodeverk;kode",
        "enkeltregningId;linjeNr;takstkode;antall;refusjonOre;egenandelOre",
    ];

    private readonly string _set;
    private readonly KuhrDeliveryDraft _delivery;
    private readonly OutputFile[] _files;
    private readonly long[] _rows = new long[Names.Length];
    private long _refund;
    private long _share;

    /// <summary>Begins a delivery.</summary>
    /// <param name="set">The set's folder.</param>
    /// <param name="delivery">The delivery.</param>
    public KuhrWriter(string set, KuhrDeliveryDraft delivery)
    {
        _set = set;
        _delivery = delivery;
        var plan = new FilePlan { IsGzip = delivery.IsGzip };
        _files = [.. Names.Select(name => new OutputFile(set, PathOf(name), plan))];
        for (var i = 0; i < Names.Length; i++)
        {
            _files[i].Text.WriteLine(Headers[i] + (i == 1 && delivery.HasStrangeColumn ? ";navn" : ""));
        }
    }

    /// <summary>Writes a claim.</summary>
    public void Write(KuhrClaimDraft claim)
    {
        Row(0, string.Create(
            CultureInfo.InvariantCulture,
            $"{claim.Id};{claim.Number};LOM;{claim.Settlement};{claim.Area};{claim.PracticeType};{claim.PracticeId};{claim.PracticeOrganisation};{claim.PracticeMunicipality};"
            + $"{claim.Practitioner};1;{claim.StrangeDate ?? claim.Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)};{claim.Time:HH:mm};{claim.Sex};{claim.BirthYear};{claim.Home};{claim.District};"
            + $"{claim.Exemption};{claim.ShareStatus};{claim.Share};{claim.Refund};{claim.Share + claim.Refund + claim.AmountError};{claim.Credits};;{claim.Status};{claim.Remarks};{claim.SubmittedAt:yyyy-MM-ddTHH:mm:ss}"));
        _refund += claim.Refund;
        _share += claim.Share;
        for (var i = 0; i < claim.Persons && claim.HasPerson; i++)
        {
            var type = claim.Identity.StrangeType ?? (claim.Identity.Type == IdentityType.None ? "" : ((int)claim.Identity.Type).ToString(CultureInfo.InvariantCulture));
            Row(1, $"{claim.Id};{claim.Identity.Number};{type};{(_delivery.HasStrangeColumn ? ";" : "")}");
        }

        foreach (var (number, system, code) in claim.Diagnoses)
        {
            Row(2, string.Create(CultureInfo.InvariantCulture, $"{claim.Id};{number};{system};{code}"));
        }

        for (var i = 0; i < claim.Tariffs.Count; i++)
        {
            var (code, count, refund, share) = claim.Tariffs[i];
            Row(3, string.Create(CultureInfo.InvariantCulture, $"{claim.Id};{i + 1};{code};{count};{refund};{share}"));
        }
    }

    /// <summary>Ends the files and writes the manifest.</summary>
    public void Close()
    {
        if (_delivery.HasOrphans)
        {
            Row(2, $"{Guid.AllBitsSet};1;ICPC-2;L03");
            Row(3, $"{Guid.AllBitsSet};1;2ad;1;0;0");
        }

        Dispose();
        using (var file = new OutputFile(_set, $"{_delivery.Folder}/manifest.json", new FilePlan()))
        {
            file.Text.Write(Manifest() is var text && _delivery.IsCutOff ? text[..(text.Length / 2)] : text);
        }

        if (_delivery.LacksDiagnoses)
        {
            File.Delete(Path.Combine(_set, PathOf("diagnose")));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Dispose();
        }
    }

    private string PathOf(string name) => $"{_delivery.Folder}/{name}.csv{(_delivery.IsGzip ? ".gz" : "")}";

    private void Row(int file, string row)
    {
        _files[file].Text.WriteLine(row);
        _rows[file]++;
    }

    private string Manifest()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("deliveryId", _delivery.Id);
            json.WriteString("formatVersion", _delivery.Version);
            json.WriteString("periodFrom", Date(_delivery.Month));
            json.WriteString("periodTo", Date(_delivery.Month.AddMonths(1).AddDays(-1 + _delivery.PeriodError)));
            json.WriteString("generatedAt", $"{Date(_delivery.Month.AddMonths(1).AddDays(2))}T04:00:00+01:00");
            json.WriteString("sender", _delivery.Sender);
            if (_delivery.StrangeName is { } strange)
            {
                json.WriteString(strange, "Prøve");
            }

            json.WriteStartArray("files");
            for (var i = 0; i < Names.Length; i++)
            {
                var path = PathOf(Names[i]);
                json.WriteStartObject();
                json.WriteString("name", Path.GetFileName(path));
                json.WriteNumber("rowCount", _rows[i] + (i == 0 ? _delivery.CountError : 0));
                json.WriteString("sha256", i == 3 && _delivery.HasWrongHash ? new string('0', 64) : Hash(Path.Combine(_set, path)));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("sumRefund", _refund + _delivery.SumError);
            json.WriteNumber("sumShare", _share);
            if (_delivery.Supersedes is { } earlier)
            {
                json.WriteString("supersedes", earlier);
            }

            json.WriteEndObject();
        }

        return FilePlan.Utf8.GetString(bytes.ToArray()) + "\n";
    }

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
