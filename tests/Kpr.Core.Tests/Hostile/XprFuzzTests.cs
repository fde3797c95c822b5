using System.IO.Compression;
using System.Text;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Core.Tests.Hostile;

/// <summary>Good files broken at random, by a fixed seed: whatever happens to a file, there is a receipt, and it adds up.</summary>
public sealed class XprFuzzTests
{
    private const int Seed = 1135;
    private const int Files = 3_000;

    private static readonly SourceLimits Limits = new() { MaxTokenLength = 4_096, MaxRecordLength = 16_384, MaxFaults = 50, RatioFloorBytes = 4_096 };

    public static TheoryData<string> Feeds => [.. XprModule.Feeds];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Any_file_gets_the_same_receipt_twice_that_adds_up_and_tells_no_number(string feed)
    {
        var module = XprModule.Of(feed);
        var random = new Random(Seed);
        var byStatus = new Dictionary<ReceiptStatus, int>();
        for (var i = 0; i < Files; i++)
        {
            var file = Broken(module, random);
            var context = $"Seed {Seed}, file {i}: {Convert.ToBase64String(file.AsSpan(0, Math.Min(file.Length, 3_000)))}";
            Receipt receipt;
            try
            {
                receipt = XprDocument.JudgeFile(module, file, limits: Limits);
            }
            catch (Exception unexpected)
            {
                throw new InvalidOperationException(context, unexpected);
            }

            var json = Json(receipt);
            Assert.True(i % 4 != 0 || json == Json(XprDocument.JudgeFile(module, file, limits: Limits)), context);
            Assert.True(receipt.Counts.Read == receipt.Counts.Accepted + receipt.Counts.Rejected + receipt.Counts.Duplicates, context);
            Assert.True(receipt.Status != ReceiptStatus.Rejected || receipt.Findings.Count > 0, context);
            Assert.True(receipt.File.Bytes == file.Length, context);
            Assert.False(IdentityScan.ContainsNationalId(json), context);
            byStatus[receipt.Status] = byStatus.GetValueOrDefault(receipt.Status) + 1;
        }

        // The cases are worth something: some survive, most do not.
        Assert.Equal(3, byStatus.Count);
        Assert.All(byStatus.Values, count => Assert.True(count > Files / 100));
    }

    private static string Json(Receipt receipt) => System.Text.Json.JsonSerializer.Serialize(
        receipt with { File = receipt.File with { Sha256 = null } }, ReceiptJson.Indented.Receipt);

    private static byte[] Broken(XprModule module, Random random)
    {
        var document = new XprDocument(module);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            document.Add();
        }

        var file = Encoding.UTF8.GetBytes(document.ToString());
        for (var steps = random.Next(1, 4); steps > 0; steps--)
        {
            file = Break(module, file, random);
        }

        return file;
    }

    private static byte[] Break(XprModule module, byte[] file, Random random)
    {
        if (file.Length < 8)
        {
            return file;
        }

        var (from, to) = (random.Next(file.Length), random.Next(file.Length));
        (from, to) = (Math.Min(from, to), Math.Max(from, to));
        var text = Encoding.Latin1.GetString(file);
        switch (random.Next(16))
        {
            case 0:
                file[from] ^= (byte)(1 << random.Next(8));
                return file;
            case 1:
                return file[..from];
            case 2:
                return file[from..];
            case 3:
                return [.. file[..to], .. file[from..to], .. file[to..]];
            case 4:
                return [.. file[..from], .. file[to..]];
            case 5:
                return [.. file[..from], 0, .. file[from..]];
            case 6:
                return [0xEF, 0xBB, 0xBF, .. file];
            case 7:
                return Latin1(text.Replace("UTF-8", random.Next(2) == 0 ? "ISO-8859-1" : "utf-16", StringComparison.Ordinal));
            case 8:
                return Encoding.Convert(Encoding.UTF8, random.Next(2) == 0 ? Encoding.Latin1 : Encoding.Unicode, file);
            case 9:
                string[] tags = ["Notifikasjon", module.Event, module.Person, "Kontaktperson", "Kommune", "Melding"];
                return Latin1(text.Replace(tags[random.Next(tags.Length)], tags[random.Next(tags.Length)], StringComparison.Ordinal));
            case 10:
                return Latin1(text.Insert(Gap(text, from), $" a=\"{new string('a', random.Next(1, 6_000))}\" "));
            case 11:
                return Latin1(text.Insert(Gap(text, from), $" n{XprDocument.Person}=\"{XprDocument.Person}\" "));
            case 12:
                return Latin1(text.Remove(from, Math.Min(3, text.Length - from)).Insert(from, XprDocument.Person));
            case 13:
                return Latin1(text.ReplaceLineEndings(random.Next(2) == 0 ? "\r" : "\r\n"));
            case 14:
                using (var packed = new MemoryStream())
                {
                    using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                    {
                        gzip.Write(file);
                    }

                    return packed.ToArray();
                }

            default:
                return Latin1(text.Replace(XprDocument.Person, random.Next(3) switch { 0 => "", 1 => "170580", _ => "17834200369" }, StringComparison.Ordinal));
        }
    }

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    private static int Gap(string text, int from) => text.IndexOf(' ', from) is >= 0 and var at ? at : from;
}
