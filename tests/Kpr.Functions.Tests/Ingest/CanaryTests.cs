using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Identity;
using Kpr.Core.Tests.CareReport;
using Kpr.Core.Tests.KuhrDelivery;
using Kpr.Core.Tests.Xpr;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Senders;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>
/// Numbers are planted wherever a sender can write one; afterwards everything the system wrote is searched for them.
/// Excepted are sealed content, and what the blob in the inbox is called while it lies there: its own name, and the
/// platform's events and receipts about it.
/// </summary>
public sealed partial class CanaryTests
{
    internal static readonly string[] Canaries =
        [.. Enumerable.Range(0, 200).Select(serial => SyntheticIdentity.BirthNumber(new DateOnly(1977, 7, 7), Sex.Male, serial)).OfType<string>()];

    [Theory]
    [InlineData("care-events", "<Kommune kommuneNr=\"{0}\"/>")]
    [InlineData("school-health", "<Kommune kommuneNr=\"{0}\" kommuneOrgNr=\"{1}\"><Enhet enhetID=\"{2}\" orgNr=\"{3}\" reshID=\"{4}\" enhetLokal=\"{5}\" enhetNavn=\"{6}\"/></Kommune>")]
    public async Task No_planted_number_is_found_in_anything_the_system_wrote(string feed, string municipality)
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "3")));
        var planted = await PlantAsync(test, feed, municipality);
        await AssertHiddenAsync(test, planted);
        Assert.True(planted > 60, $"{planted} numbers");
    }

    /// <summary>The numbers that are planted.</summary>
    internal static IReadOnlyList<string> Numbers => Canaries;

    /// <summary>Sends files and messages with numbers wherever a sender can write one.</summary>
    /// <returns>How many of <see cref="Numbers"/> were planted.</returns>
    internal static async Task<int> PlantAsync(TestSystem test, string feed, string municipality)
    {
        var module = XprModule.Of(feed);
        var planted = 0;
        string Next() => Canaries[planted++];

        await test.UploadAsync($"{feed}/0301/pasient {Next()}.xml", Planted(module, Next));
        await test.UploadAsync($"{feed}/0301/{Next()}/{Next()[..6]} {Next()[6..]}.xml", new XprDocument(module).Add().ToString());
        await test.UploadAsync($"{feed}/{Next()}/hendelser.xml", new XprDocument(module).Add().ToString());
        await test.UploadAsync($"{Next()}/0301/hendelser.xml", new XprDocument(module).Add().ToString());
        await test.UploadAsync($"{feed}/0301/id-{Next()}.xml", Envelope(module, municipality, Next));
        await test.UploadAsync($"{feed}/0301/broken.xml", $"<Melding fid=\"{Next()}\"><{'a'}{Next()} fid=\"{Next()}\"");
        await test.UploadAsync($"{feed}/0301/text.xml", Next());
        await test.UploadAsync($"{feed}/0301/doctype.xml", $"<!DOCTYPE a [<!ENTITY b \"{Next()}\">]><Melding>{Next()}</Melding>");
        await test.Get<MessageBus>().SendAsync(Queues.ValidateMunicipal, new ServiceBusMessage($"{{\"file\":\"{Next()}\"}}") { MessageId = "malformed" }, default);
        await test.Get<MessageBus>().SendAsync(Queues.CompleteFile, new ServiceBusMessage($"{{\"file\":\"{Next()}\"}}") { MessageId = "unknown" }, default);
        return planted;
    }

    [Theory]
    [InlineData(CareReportShipment.Identity)]
    [InlineData(CareReportShipment.Professional)]
    public async Task No_number_planted_in_an_annual_report_is_found(CareReportShipment shipment)
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "3")));
        var planted = 0;
        string Next() => Canaries[planted++ % Canaries.Length];
        var document = new CareReportDocument(shipment);
        var number = 0;
        var valid = shipment == CareReportShipment.Identity ? CareReportDocument.Person(1) : CareReportDocument.User(1);
        foreach (var attribute in Attribute().Matches(valid).Select(match => match.Groups[1].Value).Distinct())
        {
            number++;
            var text = shipment == CareReportShipment.Identity ? CareReportDocument.Person(number) : CareReportDocument.User(number);
            document.Raw(Regex.Replace(text, $"(?<= {attribute}=\")[^\"]*", _ => Next()));
        }

        var other = shipment == CareReportShipment.Identity ? CareReportShipment.Professional : CareReportShipment.Identity;
        await test.UploadAsync($"care-report/0301/{Next()}.xml", document.ToString());
        await test.UploadAsync("care-report/0301/annen.xml", CareReportDocument.Of(other, 9).ToString());
        document.Hode = Regex.Replace(document.Hode, "(?<== ?\")[^\"]*", _ => Next());
        document.Ident = Regex.Replace(document.Ident, "(?<==\")[^\"]*", _ => Next());
        document.Contacts = Regex.Replace(document.Contacts, "(?<==\")[^\"]*", _ => Next());
        await test.UploadAsync("care-report/0301/hode.xml", document.ToString());
        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromDays(8));

        var found = new List<string>();
        await foreach (var (place, text) in EverythingAsync(test))
        {
            // What is held lies in the inbox under the name that its sender gave it.
            found.AddRange(Canaries.Where(number => !place.StartsWith("incoming/", StringComparison.Ordinal) && text.Contains(number, StringComparison.Ordinal)).Select(number => $"{place}: {Around(text, number)}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
        Assert.True(planted > 15, $"{planted} numbers");
    }

    [Fact]
    public async Task No_number_planted_in_a_monthly_delivery_is_found()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "3")));
        var planted = 0;
        await UploadDeliveryAsync(test, () => Canaries[planted++]);
        await AssertHiddenAsync(test, planted);
        Assert.True(planted > 40, $"{planted} numbers");
    }

    [Fact]
    public async Task The_search_finds_a_number_where_there_is_one()
    {
        await using var test = await TestSystem.StartAsync();
        await test.System.Storage.Landing.GetBlobContainerClient(Containers.Receipts).GetBlobClient("x").UploadAsync(BinaryData.FromString(Canaries[0]));
        var places = new List<string>();
        await foreach (var (place, text) in EverythingAsync(test))
        {
            places.AddRange(text.Contains(Canaries[0], StringComparison.Ordinal) ? [place] : []);
        }

        Assert.Equal(["receipts/x"], places.Distinct());
    }

    internal static async Task AssertHiddenAsync(TestSystem test, int planted)
    {
        await test.SettleAsync();
        await test.SettleAfterAsync(TimeSpan.FromMinutes(20));
        var found = new List<string>();
        await foreach (var (place, text) in EverythingAsync(test))
        {
            found.AddRange(Canaries.Take(planted).Where(number => text.Contains(number, StringComparison.Ordinal)).Select(number => $"{place}: {Around(text, number)}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
        Assert.Empty(await test.ListAsync(Containers.Incoming));
    }

    // A claim for each column of each file with a number in it; another delivery with numbers where only a manifest has texts.
    private static async Task UploadDeliveryAsync(TestSystem test, Func<string> next)
    {
        var delivery = new TestDelivery(50);
        var number = 1;
        foreach (var file in TestDelivery.Names)
        {
            foreach (var column in delivery.Rows(file)[0].Split(';'))
            {
                delivery.Set(file, number++, column, $"x {next()} y");
            }
        }

        delivery.Rows("takst").Add($"{next()};1;{next()};1;;");
        var (inName, version) = (next(), next());
        var other = new TestDelivery
        {
            Id = next(),
            Manifest = text => text.Replace("takst.csv", $"takst_{inName}.csv", StringComparison.Ordinal).Replace("\"1.0\"", $"\"{version}\"", StringComparison.Ordinal),
        };
        foreach (var (name, content) in DeliveredFiles.Of(delivery, $"mai {next()}").Concat(DeliveredFiles.Of(other, "juni")))
        {
            await test.UploadAsync(name.Replace("juni/takst", $"juni/takst_{inName}", StringComparison.Ordinal), content);
        }
    }

    // A record for each attribute with a number in it, alone and inside other text (a run of more than eleven digits is no number to rule I28), so that one fault does not hide another.
    private static string Planted(XprModule module, Func<string> next)
    {
        var document = new XprDocument(module);
        var number = 0;
        foreach (var attribute in Attribute().Matches(module.Notification(1)).Select(match => match.Groups[1].Value))
        {
            foreach (var form in (string[])["{0}", "x {0} y", "A{0}B"])
            {
                number++;
                var text = module.Notification(number);
                document.Raw(Regex.Replace(text, $"(?<= {attribute}=\")[^\"]*", string.Format(CultureInfo.InvariantCulture, form, next())));
            }
        }

        document.Raw(module.Notification(++number).Replace($"</{module.Event}", $"<!-- {next()} -->{next()}</{module.Event}", StringComparison.Ordinal));
        document.Raw(module.Notification(++number).Replace("0000-000000000001", $"0000-0{next()}", StringComparison.Ordinal));
        return document.ToString();
    }

    // A number in every attribute around the records.
    private static string Envelope(XprModule module, string municipality, Func<string> next)
    {
        var root = Regex.Replace(module.Root, "(?<= (?:meldingstype|leverandor|navnEPJ|versjonEPJ|versjonUt|lopenr)=\")[^\"]*", _ => next());
        return new XprDocument(module)
        {
            Root = root.Replace(" leverandor", $" lokalident=\"{next()}\" leverandor", StringComparison.Ordinal),
            Contacts = $"<Kontaktperson kontPerson=\"{next()}\" meldEpost1=\"{next()}@kommune.no\" typeKontaktperson=\"16\"/><Kontaktperson kontPerson=\"{next()}\" meldEpost1=\"{next()}\" typeKontaktperson=\"17\"/>",
            Municipality = string.Format(CultureInfo.InvariantCulture, municipality, [.. Enumerable.Range(0, 7).Select(_ => next())]),
        }.Add().ToString();
    }

    private static async IAsyncEnumerable<(string Place, string Text)> EverythingAsync(TestSystem test)
    {
        foreach (var account in (BlobServiceClient[])[test.System.Storage.Landing, test.System.Storage.Register, test.System.Storage.Identity, test.System.Storage.Audit])
        {
            foreach (var container in (string[])[Containers.Incoming, Containers.Work, Containers.Receipts, Containers.Quarantine, Containers.Archive, Containers.Register, Containers.Memory, Containers.Identity, Containers.Audit])
            {
                var blobs = account.GetBlobContainerClient(container);
                await foreach (var blob in blobs.GetBlobsAsync())
                {
                    var content = (await blobs.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
                    yield return ($"{container}/{blob.Name}", $"{blob.Name}\n{StoredText.Of(blob.Name, content, Encoding.UTF8)}");
                }
            }
        }

        foreach (var table in (string[])[IngestLedger.Table, DeliveryLog.Table, ReminderLog.Table])
        {
            await foreach (var row in test.System.Storage.Ledger.GetTableClient(table).QueryAsync<TableEntity>())
            {
                yield return ($"table {row.PartitionKey}/{row.RowKey}", string.Join('\n', row.Select(column => $"{column.Key}={column.Value}")));
            }
        }

        foreach (var line in test.Logs.All)
        {
            yield return ("log", line.Text);
        }

        foreach (var (id, body) in await test.MessagesAsync())
        {
            yield return ($"message {id}", body);
        }
    }

    // The number itself is not shown: a failing test writes a log, too.
    private static string Around(string text, string number)
    {
        var at = text.IndexOf(number, StringComparison.Ordinal);
        return text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 40)].Replace(number, "<number>", StringComparison.Ordinal);
    }

    [GeneratedRegex(" ([A-Za-z]+)=\"")]
    private static partial Regex Attribute();
}
