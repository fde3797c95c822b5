using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Orchestrations;
using Kpr.Functions.Extracts.Recipients;
using Kpr.Functions.Linkages;
using Kpr.Functions.Tests.Applications;
using Kpr.Functions.Tests.Extracts;

namespace Kpr.Functions.Tests.Linkages;

/// <summary>The applications app with a case of three linked registers whose serial numbers are issued, and a preparation that does what the test says.</summary>
internal sealed class LinkedCase : IAsyncDisposable
{
    public const string CaseId = "2026-0001";
    public const string Batch = "batch-1";

    private readonly Dictionary<string, X509Certificate2> _certificates = [];

    private LinkedCase(CaseHttp http) => Http = http;

    public CaseHttp Http { get; }

    public TestSystem Test => Http.Test;

    public LinkageStore Linkages => Test.Get<LinkageStore>();

    public LinkageFiles Files => Test.Get<LinkageFiles>();

    /// <summary>Id of the batch among all.</summary>
    public static string Id => LinkageStore.IdOf(CaseId, Batch);

    /// <summary>Id of the list of persons.</summary>
    public static string List => RecipientStore.ListId(CaseId, "kohort");

    public static async Task<LinkedCase> StartAsync(params (string Name, string Value)[] settings)
    {
        var world = new LinkedCase(await CaseHttp.StartAsync(settings));
        var play = new TestCase(start: world.Test.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            .Ordered("kpr", "npr", "kreft").Do(Actors.Handler, new IssueKeys(Batch));
        foreach (var register in (string[])["kpr", "npr", "kreft"])
        {
            play.Do(Actors.Register(register), new AcceptOrder($"{register}-1"), new StartExtraction($"{register}-1"));
        }

        world.Test.Clock.Advance(TimeSpan.FromTicks(Math.Max(0, (play.Now - world.Test.Clock.GetUtcNow()).Ticks)));
        Assert.True(await world.Test.Get<CaseStore>().AppendAsync(new Commit(StoredCase.None(CaseId), play.State, play.Events, null, []), default));
        await world.Test.Get<ListStore>().RebuildAsync(default);
        return world;
    }

    /// <summary>Keys are ordered, and made by a preparation that writes what the test can tell from each other.</summary>
    public static async Task<LinkedCase> IssuedAsync(params (string Name, string Value)[] settings)
    {
        var world = await StartAsync(settings);
        await world.WithPartiesAsync();
        Assert.Equal(202, (await world.OrderAsync()).Status);
        foreach (var order in (string[])["kpr-1", "npr-1", "kreft-1"])
        {
            await world.Files.WriteAsync(Id, LinkageFiles.MapOf(order), new MemoryStream([1, (byte)order[1]]), default);
            await world.Files.WriteAsync(Id, LinkageFiles.KeysOf(order), new MemoryStream([2, (byte)order[1]]), default);
        }

        await world.Linkages.ChangeAsync(CaseId, Id, now => now with { Status = LinkageStatus.Issued, Persons = 7 }, default);
        return world;
    }

    /// <summary>Everybody has a certificate, and the list of persons is there.</summary>
    public async Task WithPartiesAsync()
    {
        foreach (var actor in (Actor[])[Actors.Applicant, Actors.Linker, Actors.Npr, Actors.Kreft])
        {
            Assert.Equal(200, (await Http.SendAsync(HttpMethod.Put, $"/cases/{CaseId}/certificate", actor, new ByteArrayContent(CertificateOf(actor).RawData))).Status);
        }

        await Test.Get<RecipientStore>().NoteAsync(CaseId, new UploadedList("kohort", List, 100, Test.Clock.GetUtcNow().UtcDateTime), default);
    }

    public X509Certificate2 CertificateOf(Actor actor) =>
        _certificates.TryGetValue(actor.Subject, out var known) ? known : _certificates[actor.Subject] = OrderedCase.Certificate(Test.Clock.GetUtcNow());

    public Task<CaseReply> OrderAsync(Actor? by = null, string? list = null) =>
        Http.SendAsync(HttpMethod.Put, $"/cases/{CaseId}/linkage/keys", by ?? Actors.Handler, JsonContent.Create(new { list = list ?? List }));

    public async Task<CaseReply> PutAsync(Actor by, string address, byte[] content, Actor? sealedTo = null)
    {
        using var target = new MemoryStream();
        if (sealedTo is not null)
        {
            await CmsEnvelope.EncryptAsync(new MemoryStream(content), target, CertificateOf(sealedTo));
        }

        return await Http.SendAsync(HttpMethod.Put, $"/cases/{CaseId}/linkage/{address}", by, new ByteArrayContent(sealedTo is null ? content : target.ToArray()));
    }

    public Task<CaseReply> GetAsync(Actor by, string address = "") => Http.GetAsync(by, $"/cases/{CaseId}/linkage{(address.Length == 0 ? "" : "/" + address)}");

    public async Task<byte[]> BytesAsync(Actor by, string address)
    {
        using var http = new HttpClient { BaseAddress = Test.System.Host.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Http.Token(by));
        return await http.GetByteArrayAsync($"api/cases/{CaseId}/linkage/{address}");
    }

    public async Task DoAsync(Actor by, CaseCommand command)
    {
        var reply = await Http.DoAsync(by, CaseId, command);
        Assert.True(reply.Status == 200, reply.Text);
    }

    /// <summary>A source extracts, checks, and lets go.</summary>
    public async Task SendToLinkerAsync(string register, string? reference = null)
    {
        var order = $"{register}-1";
        await DoAsync(Actors.Register(register), new RecordOrderHours(order, 60, "Uttrekk", Core.Catalogue.NorwegianTime.Today(Test.Clock)));
        await DoAsync(Actors.Register(register), new FinishExtraction(order, reference ?? $"ut/{order}", 10, 1, Core.Catalogue.NorwegianTime.Today(Test.Clock)));
        await DoAsync(Actors.Register(register), new CheckOutput(order, true, "Kontrollert."));
        await DoAsync(Actors.Releaser(register), new SendToLinker(order));
    }

    /// <summary>All sources have sent, and the linker has linked.</summary>
    public async Task LinkedAsync()
    {
        foreach (var register in (string[])["kpr", "npr", "kreft"])
        {
            await SendToLinkerAsync(register);
        }

        await DoAsync(Actors.Linker, new StartLinking());
        Assert.Equal(200, (await PutAsync(Actors.Linker, "result/tabell.csv.p7m", "person,verdi"u8.ToArray(), Actors.Applicant)).Status);
        await DoAsync(Actors.Linker, new FinishLinking(10, "Utvalg: 7 personer."));
    }

    public Task<CaseReply> ReleaseAsync(Actor? by = null, string key = "release") =>
        Http.SendAsync(HttpMethod.Post, $"/cases/{CaseId}/linkage/release", by ?? Actors.Linker, null, ("Idempotency-Key", key));

    public Task LookAsync() => Test.Get<SystemDuties>().DoAsync(CaseId, default);

    public async Task<LinkageKeys> KeysAsync() => Assert.IsType<LinkageKeys>(await Linkages.FindAsync(CaseId, Id, default));

    public async Task<IReadOnlyList<string>> HandedAsync() =>
        [.. (await Files.ListAsync(Id, "", default)).Select(file => file.Name).Order(StringComparer.Ordinal)];

    /// <summary>What preparation was told about the batch.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync() =>
        [.. (await Test.MessagesAsync()).Where(message => message.Id.StartsWith(Id, StringComparison.Ordinal)).Select(message => message.Id.Split('-')[1]).Distinct()];

    public async ValueTask DisposeAsync()
    {
        foreach (var certificate in _certificates.Values)
        {
            certificate.Dispose();
        }

        await Http.DisposeAsync();
    }
}
