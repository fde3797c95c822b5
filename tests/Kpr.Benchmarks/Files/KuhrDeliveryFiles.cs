using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kpr.Benchmarks.Files;

/// <summary>Writes a monthly delivery, as many claims as are asked for: none has a finding. The same arguments give the same bytes.</summary>
/// <param name="month">The month of the claims.</param>
/// <param name="claims">Number of claims.</param>
/// <param name="mark">Last byte of the claims' ids, and of the delivery's: deliveries of different marks share none.</param>
internal sealed class KuhrDeliveryFiles(DateOnly month, int claims, byte mark = 7)
{
    /// <summary>Organisation number of the sender.</summary>
    public const string Sender = "889640782";

    private const int Practices = 9_973;

    private static readonly string[] Diagnoses = ["L09", "R74", "K86", "T90", "A97", "H71", "S88", "P76", "U71", "D01"];

    private static readonly (string Code, int Refund, int Share)[] Fees =
        [("2cd", 16_300, 0), ("2dd", 11_900, 0), ("701a", 6_200, 5_900), ("705k", 7_850, 0), ("707", 12_400, 0)];

    private static readonly string[] Homes = ["0301", "4601", "5001", "1103", "4204", "3301", "5501", "1804", "3411", "1508"];

    /// <summary>Writes the files into a folder, the manifest last.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var (refund, share) = (0L, 0L);
        var rows = new int[4];
        using (var person = Text(folder, "person", "enkeltregningId;fid;typeID;trygdenasjon"))
        using (var diagnosis = Text(folder, "diagnose", "enkeltregningId;kodeNr;kodeverk;kode"))
        using (var tariff = Text(folder, "takst", "enkeltregningId;linjeNr;takstkode;antall;refusjonOre;egenandelOre"))
        using (var claim = Text(folder, "regning",
            "enkeltregningId;regningsnummer;meldingstype;oppgjorsart;fagomraade;praksistype;praksisId;praksisOrgNr;praksisKommuneNr;behandlerHpr;behandlerType;dato;klokkeslett;kjonn;fodselsaar;"
            + "bostedKommuneNr;bydel;arsakFriEgenandel;egenandelStatus;egenandelOre;refusjonOre;belopOre;krediterer;moderasjonskode;status;merknader;innsendtTid"))
        {
            for (var number = 1; number <= claims; number++)
            {
                // Rising in text as well, so that the order is that of the format.
                var id = new Guid(unchecked((int)((uint)number * (uint.MaxValue / (uint)claims))), unchecked((short)(number * 7)), 0x4000, 0x80, 1, 2, 3, 4, 5, 6, mark);
                var (fid, type) = SyntheticPeople.Get(number % 99_991);
                var time = month.ToDateTime(new TimeOnly(8, 0)).AddDays(number % 27).AddMinutes(number % 480);
                var practice = number % Practices;
                var home = Homes[number % 7 == 0 ? 0 : number % Homes.Length];
                person.WriteLine($"{id};{fid};{type};");
                diagnosis.WriteLine($"{id};1;ICPC-2;{Diagnoses[number % Diagnoses.Length]}");
                rows[1]++;
                rows[2]++;
                if (number % 5 == 0)
                {
                    diagnosis.WriteLine($"{id};2;ICD-10;M545");
                    rows[2]++;
                }

                tariff.WriteLine($"{id};1;2ad;1;18050;17900");
                rows[3]++;
                var (sumRefund, sumShare) = (18_050, 17_900);
                for (var fee = 0; fee < number % 4; fee++)
                {
                    var (code, feeRefund, feeShare) = Fees[(number + fee) % Fees.Length];
                    tariff.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id};{fee + 2};{code};1;{feeRefund};{feeShare}"));
                    rows[3]++;
                    sumRefund += feeRefund;
                    sumShare += feeShare;
                }

                (refund, share) = (refund + sumRefund, share + sumShare);
                claim.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{id};{(number / Practices) + 1};LOM;1;LE;FALE;{1_000_000_000 + practice};{SyntheticPeople.Organisation(practice % 500)};{home};{1_000_000 + practice};1;"
                    + $"{time:yyyy-MM-dd};{time:HH:mm};;;{home};{(home == "0301" ? "030105" : "")};;3;{sumShare};{sumRefund};{sumShare + sumRefund};;;godkjent;;{time.AddDays(1):yyyy-MM-ddTHH:mm:ss}"));
                rows[0]++;
            }
        }

        string[] names = ["regning", "person", "diagnose", "takst"];
        var files = names.Select((name, i) => $$"""{ "name": "{{name}}.csv", "rowCount": {{rows[i]}}, "sha256": "{{Hash(Path.Combine(folder, name + ".csv"))}}" }""");
        File.WriteAllText(Path.Combine(folder, "manifest.json"), string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "deliveryId": "00000001-0000-4000-8000-{{(mark == 7 ? claims : (claims * 100L) + mark):D12}}", "formatVersion": "1.0",
              "periodFrom": "{{month:yyyy-MM-dd}}", "periodTo": "{{month.AddMonths(1).AddDays(-1):yyyy-MM-dd}}", "generatedAt": "{{month.AddMonths(1):yyyy-MM-dd}}T04:00:00+01:00",
              "sender": "{{Sender}}", "files": [{{string.Join(", ", files)}}], "sumRefund": {{refund}}, "sumShare": {{share}}
            }
            """));
    }

    private static StreamWriter Text(string folder, string name, string header)
    {
        var text = new StreamWriter(Path.Combine(folder, name + ".csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20) { NewLine = "\n" };
        text.WriteLine(header);
        return text;
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
