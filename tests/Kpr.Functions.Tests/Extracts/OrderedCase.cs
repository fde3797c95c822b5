using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Orchestrations;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>The applications app with a case whose order is being extracted, and a preparation that does what the test says.</summary>
internal sealed class OrderedCase : IAsyncDisposable
{
    public const string CaseId = "2026-0001";
    public const string Order = "kpr-1";

    public static readonly Actor First = Actors.Register("kpr");
    public static readonly Actor Second = Actors.Releaser("kpr");
    public static readonly Actor Third = new(Role.Register, "kpr-3", Register: "kpr");

    private int _extracts;

    private OrderedCase(CaseHttp http) => Http = http;

    public CaseHttp Http { get; }

    public TestSystem Test => Http.Test;

    public ExtractStore Extracts => Test.Get<ExtractStore>();

    public static async Task<OrderedCase> StartAsync(params (string Name, string Value)[] settings) =>
        await BeginAsync(new OrderedCase(await CaseHttp.StartAsync(settings)), Filled.PersonLevel());

    /// <summary>The whole system, intake and preparation too, with a case about the register as it is.</summary>
    public static async Task<OrderedCase> StartWholeAsync()
    {
        var content = Filled.PersonLevel();
        var source = content.Sources!.Sources[0] with
        {
            To = ExtractWorld.To,
            Variables = [.. ((string[])["tidspunkt", "diagnoser", "kjonn", "fodselsaar"]).Select(name => new RequestedVariable($"claims.{name}", "Utfall."))],
        };
        return await BeginAsync(new OrderedCase(await CaseHttp.StartWholeAsync()), content with { Sources = content.Sources with { Sources = [source] } });
    }

    private static async Task<OrderedCase> BeginAsync(OrderedCase world, ApplicationContent content)
    {
        var play = new TestCase(start: world.Test.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Decided(content)
            .Do(Actors.Handler, new DispatchOrders()).Do(First, new AcceptOrder(Order), new StartExtraction(Order));
        if (play.Now > world.Test.Clock.GetUtcNow())
        {
            world.Test.Clock.Advance(play.Now - world.Test.Clock.GetUtcNow());
        }

        Assert.True(await world.Test.Get<CaseStore>().AppendAsync(new Commit(StoredCase.None(CaseId), play.State, play.Events, null, []), default));
        await world.Test.Get<ListStore>().RebuildAsync(default);
        return world;
    }

    public async Task<CaseState> CaseAsync() => (await Test.Get<CaseStore>().LoadAsync(CaseId, default)).State;

    public async Task<ExtractState> StateAsync(string id) => Assert.IsType<ExtractState>(await Extracts.FindStateAsync(id, default));

    public Task LookAsync() => Test.Get<SystemDuties>().DoAsync(CaseId, default);

    /// <summary>An extract that the first of the staff ordered.</summary>
    public async Task<string> OrderedAsync()
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{++_extracts:x32}");
        await Test.Get<CaseExtracts>().AddAsync(CaseId, id, default);
        await Extracts.AddAsync(id, new StoredExtract(Wanted(), 1, $"register:{First.Subject}", Test.Clock.GetUtcNow().UtcDateTime, "f"), default);
        return id;
    }

    /// <summary>An extract as preparation leaves it, which the case has heard of.</summary>
    public async Task<string> PreparedAsync(bool aboveLimits = false)
    {
        var id = await OrderedAsync();
        await Extracts.WriteFileAsync(id, "risk.json", Encoding.UTF8.GetBytes("""[{"table":"kontakter","k":7}]"""), default);
        await Extracts.WriteFileAsync(id, "datapackage.json", Encoding.UTF8.GetBytes("""{"title":"<script>alert(1)</script>"}"""), default);
        await Extracts.ChangeStateAsync(id, state => state with
        {
            Status = ExtractStatus.Prepared,
            DecisionVersion = 1,
            ReservationsAsOf = Core.Catalogue.NorwegianTime.Today(Test.Clock),
            Tables = [new ExtractedTable("personer", 40, 40), new ExtractedTable("kontakter", 60, 40)],
            AboveLimits = aboveLimits,
        }, default);
        await LookAsync();
        return id;
    }

    /// <summary>An extract that was checked by the second, with the applicant's certificate in place.</summary>
    public async Task<string> CheckedAsync(bool aboveLimits = false)
    {
        var id = await PreparedAsync(aboveLimits);
        Assert.Equal(200, (await DoAsync(Second, new CheckOutput(Order, true, "Kontrollert."))).Status);
        using var certificate = Certificate(Test.Clock.GetUtcNow());
        Assert.Equal(200, (await PutCertificateAsync(certificate.RawData)).Status);
        return id;
    }

    /// <summary>A delivery, released by the third: what preparation does about it is done here.</summary>
    public async Task<(string Id, byte[] Content)> DeliveredAsync(string? room = null)
    {
        var id = await CheckedAsync();
        Assert.Equal(202, (await ReleaseAsync(Third, id)).Status);
        var content = RandomNumberGenerator.GetBytes(200_000);
        await Test.System.Storage.Deliveries.GetBlobContainerClient(Containers.Deliveries).GetBlobClient($"{id}/a/kontakter.csv.p7m").UploadAsync(BinaryData.FromBytes(content));
        var release = (await Extracts.FindReleaseAsync(id, default))!;
        await Extracts.ChangeStateAsync(id, state => state with
        {
            Status = ExtractStatus.Delivered,
            ReleasedBy = release.By,
            Delivery = new ExtractDelivery(
                $"{id}/a", [new ExtractFile("kontakter.csv.p7m", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)))], Test.Clock.GetUtcNow().UtcDateTime, release.ExpiresAt, room),
        }, default);
        return (id, content);
    }

    public Task<CaseReply> DoAsync(Actor by, CaseCommand command) => Http.DoAsync(by, CaseId, command);

    public Task<CaseReply> ReleaseAsync(Actor by, string id, object? body = null, string key = "release") =>
        Http.SendAsync(HttpMethod.Post, $"/extracts/{id}/release", by, body is null ? null : JsonContent.Create(body), ("Idempotency-Key", key));

    public Task<CaseReply> PutCertificateAsync(byte[] upload, Actor? by = null) => Http.SendAsync(HttpMethod.Put, $"/cases/{CaseId}/certificate", by ?? Actors.Applicant, new ByteArrayContent(upload));

    public async Task<IReadOnlyList<string>> ToldAsync() => [.. (await Test.MessagesAsync()).Select(message => message.Id)];

    /// <summary>An order within the decision of the case.</summary>
    public static ExtractOrder Wanted() => new(
        CaseId, Order, [new ExtractedDataset("claims", [new OrderedVariable("tidspunkt", "month"), new OrderedVariable("diagnoser")], new DateOnly(2020, 1, 1), new DateOnly(2023, 12, 31))],
        new ExtractedPopulation());

    /// <summary>A recipient's certificate with its key.</summary>
    public static X509Certificate2 Certificate(DateTimeOffset now, int bits = 2048, int from = -1, int until = 100)
    {
        using var rsa = RSA.Create(bits);
        var request = new CertificateRequest("CN=Eksempeluniversitetet", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, critical: true));
        return request.CreateSelfSigned(now.AddDays(from), now.AddDays(until));
    }

    public ValueTask DisposeAsync() => Http.DisposeAsync();
}
