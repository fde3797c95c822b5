using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.KuhrDelivery;

/// <summary>A monthly delivery in memory. Without changes it has no finding; the manifest is written of the files as they are then.</summary>
internal sealed class TestDelivery : ISourceParts
{
    public const string Sender = "889640782";

    public static readonly string[] Names = ["regning", "person", "diagnose", "takst"];

    public static readonly DateTimeOffset ReceivedAt = new(2025, 6, 5, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] Headers =
    [
        "enkeltregningId;regningsnummer;meldingstype;oppgjorsart;fagomraade;praksistype;praksisId;praksisOrgNr;praksisKommuneNr;behandlerHpr;behandlerType;dato;klokkeslett;kjonn;fodselsaar;"
        + "bostedKommuneNr;bydel;arsakFriEgenandel;egenandelStatus;egenandelOre;refusjonOre;belopOre;krediterer;moderasjonskode;status;merknader;innsendtTid",
        "enkeltregningId;fid;typeID;trygdenasjon",
        "enkeltregningId;kodeNr;kodeverk;kode",
        "enkeltregningId;linjeNr;takstkode;antall;refusjonOre;egenandelOre",
    ];

    private readonly List<List<string>> _rows = [.. Headers.Select(header => new List<string> { header })];
    private long _refund;
    private long _share;

    public TestDelivery(int claims = 3)
    {
        for (var number = 1; number <= claims; number++)
        {
            AddClaim(number);
        }
    }

    /// <summary>Rows of the files, the header first.</summary>
    public List<string> Rows(string name) => _rows[Array.IndexOf(Names, name)];

    /// <summary>Changes the bytes of a file, also those that the manifest is made of.</summary>
    public Dictionary<string, Func<byte[], byte[]>> Bytes { get; } = [];

    /// <summary>Changes the manifest's text.</summary>
    public Func<string, string> Manifest { get; set; } = text => text;

    /// <summary>Files that are named but not there.</summary>
    public HashSet<string> Missing { get; } = [];

    public string LineBreak { get; set; } = "\n";

    public string Id { get; set; } = "d0000000-0000-4000-8000-000000000001";

    public string? Supersedes { get; set; }

    public static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:x8}-0000-4000-8000-00000000000a");

    public static string Person(int number) => SyntheticIdentity.BirthNumber(new DateOnly(1970, 5, 1), Sex.Male, number * 3)
        ?? SyntheticIdentity.BirthNumber(new DateOnly(1970, 5, 1), Sex.Male, (number * 3) + 1) ?? SyntheticIdentity.BirthNumber(new DateOnly(1970, 5, 1), Sex.Male, (number * 3) + 2)!;

    public TestDelivery AddClaim(int number)
    {
        var id = IdOf(number);
        Rows("regning").Add(string.Create(CultureInfo.InvariantCulture,
            $"{id};{number};LOM;1;LE;FALE;1000000001;889640782;0301;1234567;1;2025-05-{(number % 28) + 1:00};10:15;1;1970;0301;030105;;3;10000;20000;30000;;;godkjent;;2025-05-30T10:00:00"));
        Rows("person").Add($"{id};{Person(number)};1;");
        Rows("diagnose").Add($"{id};1;ICPC-2;L03");
        Rows("takst").Add($"{id};1;1bd;1;15000;10000");
        Rows("takst").Add($"{id};2;707;1;5000;");
        (_refund, _share) = (_refund + 20000, _share + 10000);
        return this;
    }

    /// <summary>Changes a field of a claim's row; the sums of the manifest follow amounts.</summary>
    public TestDelivery Set(int number, string column, string value) => Set("regning", Rows("regning").FindIndex(row => row.StartsWith(IdOf(number), StringComparison.Ordinal)), column, value);

    /// <summary>Changes a field of a row.</summary>
    public TestDelivery Set(string file, int row, string column, string value)
    {
        var fields = Rows(file)[row].Split(';');
        var place = Array.IndexOf(Rows(file)[0].Split(';'), column);
        if (file == "regning" && column is "refusjonOre" or "egenandelOre" && long.TryParse(value, CultureInfo.InvariantCulture, out var after))
        {
            var change = after - long.Parse(fields[place], CultureInfo.InvariantCulture);
            (_refund, _share) = column == "refusjonOre" ? (_refund + change, _share) : (_refund, _share + change);
        }

        fields[place] = value;
        Rows(file)[row] = string.Join(';', fields);
        return this;
    }

    /// <summary>Leaves out all rows of a claim in a file.</summary>
    public TestDelivery Without(string file, int number)
    {
        Rows(file).RemoveAll(row => row.StartsWith(IdOf(number), StringComparison.Ordinal));
        return this;
    }

    public byte[] Content(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join(LineBreak, Rows(name)) + LineBreak);
        return Bytes.TryGetValue(name, out var change) ? change(bytes) : bytes;
    }

    public string ManifestText() => Manifest($$"""
        {
          "deliveryId": "{{Id}}", "formatVersion": "1.0", "periodFrom": "2025-05-01", "periodTo": "2025-05-31", "generatedAt": "2025-06-03T04:00:00+02:00",
          "sender": "{{Sender}}",
          "files": [{{string.Join(", ", Names.Select(name => $$"""{ "name": "{{name}}.csv", "rowCount": {{Rows(name).Count - 1}}, "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(Content(name)))}}" }"""))}}],
          "sumRefund": {{_refund}}, "sumShare": {{_share}}{{(Supersedes is null ? "" : $", \"supersedes\": \"{Supersedes}\"")}}
        }
        """);

    public Receipt Judge(SourceLimits? limits = null, DateTimeOffset? receivedAt = null)
    {
        using var stored = new MemoryStream(Encoding.UTF8.GetBytes(ManifestText()));
        return new FileJudge(Feeds.Find("kuhr-delivery")!, Context(receivedAt), limits ?? new SourceLimits()).Judge(stored, "manifest.json", TimeProvider.System, parts: this);
    }

    public static FileContext Context(DateTimeOffset? receivedAt = null) => new(receivedAt ?? ReceivedAt, new RuleSettings()) { Sender = Sender };

    /// <inheritdoc/>
    public Stream? Open(string name) => Missing.Contains(name) ? null : new MemoryStream(Content(name[..name.IndexOf('.', StringComparison.Ordinal)]));
}
