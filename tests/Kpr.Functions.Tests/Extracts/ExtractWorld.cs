using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Identity;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Tests.Cases;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Applications;
using Kpr.Functions.Extracts;
using Kpr.Local;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>Claims of some people, a case with a decision about them, and a recipient: what an extract needs, without the app of applications.</summary>
/// <param name="services">Gives the services of the system, which may be started anew.</param>
/// <param name="linked">Whether the data are linked with those of another register, so that they go to a linker.</param>
internal sealed class ExtractWorld(Func<IServiceProvider> services, bool linked = false) : IDisposable
{
    public const string Case = "sak-00000000000000e1";
    public const string LaterCase = "sak-00000000000000e2";
    public const string Order = "kpr-1";
    public const string By = "register:kpr-1";
    public const string Id = "0123456789abcdef0123456789abcdef";

    public static readonly DateOnly From = new(2026, 1, 1);
    public static readonly DateOnly To = new(2026, 3, 31);

    private readonly RSA _key = RSA.Create(2048);
    private readonly TestCase _case = new();

    /// <summary>Each with one to three claims, a month apart.</summary>
    public static IReadOnlyList<(string Number, int Year, Sex Sex, int Claims)> People { get; } =
    [
        .. Enumerable.Range(0, 15).Select(at =>
        {
            var sex = at % 2 == 0 ? Sex.Male : Sex.Female;
            var birth = new DateOnly(1940 + (3 * at), 3, 1 + at);
            return (Enumerable.Range(at, 50).Select(next => SyntheticIdentity.BirthNumber(birth, sex, next)).OfType<string>().First(), birth.Year, sex, 1 + (at % 3));
        }),
    ];

    /// <summary>The claims.</summary>
    public static string Claims => ClaimDocuments.Json([
        .. People.SelectMany(person => Enumerable.Range(1, person.Claims).Select(month => (person.Number, month)))
            .Select((visit, number) => new TestClaim(1 + number)
            {
                Fid = visit.Number, Tidspunkt = string.Create(CultureInfo.InvariantCulture, $"2026-{visit.month:00}-{1 + (number % 27):00}T10:{number:00}:00+01:00"),
            }),
    ]);

    /// <summary>Those with two claims or more.</summary>
    public static ExtractOrder OfRepeaters { get; } = Of(new ExtractedPopulation([new PopulationCriterion("claims", From, To, [], AtLeast: 2)]));

    private ExtractStore Extracts => Get<ExtractStore>();

    private TimeProvider Clock => Get<TimeProvider>();

    public static ExtractOrder Of(ExtractedPopulation population) => new(
        Case, Order,
        [new ExtractedDataset("claims", [new OrderedVariable("kjonn"), new OrderedVariable("fodselsaar"), new OrderedVariable("tidspunkt", "month"), new OrderedVariable("diagnoser")], From, To)],
        population);

    /// <summary>Only the apps that take in, prepare, and decide about persons: nobody else works on the case.</summary>
    public static Func<LocalSystemOptions, LocalSystemOptions> Apps { get; } = TestSystem.Only(type => type.Namespace is { } slice
        && !slice.StartsWith("Kpr.Functions.Applications", StringComparison.Ordinal) && !slice.StartsWith("Kpr.Functions.Billing", StringComparison.Ordinal));

    public T Get<T>()
        where T : notnull => services().GetRequiredService<T>();

    /// <summary>Brings the case to where the register extracts; where data are linked, to where serial numbers are issued.</summary>
    /// <param name="source">What is applied for of the register; claims where nothing is said.</param>
    public Task BeginCaseAsync(RequestedSource? source = null) => MoveAsync(played => Begin(played, source));

    /// <summary>Brings a case that changes the first one to where the register extracts.</summary>
    public async Task BeginLaterCaseAsync()
    {
        var later = new TestCase(changes: new CaseLink(Case, 1));
        Begin(later, null);
        await AppendAsync(LaterCase, later.Events);
    }

    public static RequestedSource Requested(DateOnly from, DateOnly to, params string[] variables) =>
        new("kpr", from, to, [.. variables.Select(name => new RequestedVariable(name, "Til analysen."))]);

    /// <summary>Lets something happen in the case.</summary>
    public async Task MoveAsync(Action<TestCase> move)
    {
        var known = _case.Events.Count;
        move(_case);
        await AppendAsync(Case, [.. _case.Events.Skip(known)]);
    }

    /// <summary>The order is released in the case, as the app of applications does it.</summary>
    public Task ReleaseCaseAsync() => MoveAsync(played => played
        .Do(Actors.Kpr, new RecordOrderHours(Order, 60, "Uttrekk", played.Today), new FinishExtraction(Order, Id, 1, played.State.Decision!.Version, played.Today), new CheckOutput(Order, true, "Kontrollert."))
        .Do(Actors.Releaser("kpr"), linked ? new SendToLinker(Order) : new ReleaseOrder(Order, $"uttrekk/{Id}")));

    public async Task OrderAsync(ExtractOrder? order = null, string id = Id)
    {
        var stored = await Extracts.AddAsync(id, new StoredExtract(order ?? OfRepeaters, 1, By, Clock.GetUtcNow().UtcDateTime, "print"), default);
        Assert.Equal("print", stored.Fingerprint);
        await Get<TellPreparation>().SendAsync(id, ExtractStatus.Ordered, default);
    }

    /// <summary>Another of the staff releases.</summary>
    public async Task ReleaseAsync(TimeSpan? valid = null, string? reason = "Risikoen er vurdert.", string? room = null)
    {
        await ReleaseCaseAsync();
        var now = Clock.GetUtcNow();
        using var certificate = new CertificateRequest("CN=Mottaker", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now + (valid ?? TimeSpan.FromDays(100)));
        await Extracts.AddReleaseAsync(
            Id, new ExtractRelease("register:kpr-2", now.UtcDateTime, Actors.ControllerNumber, certificate.ExportCertificatePem(), now.AddDays(30).UtcDateTime) { Reason = reason, Room = room }, default);
        await Get<TellPreparation>().SendAsync(Id, ExtractStatus.Released, default);
    }

    public async Task<ExtractState> StateAsync(string id = Id) => Assert.IsType<ExtractState>(await Extracts.FindStateAsync(id, default));

    /// <summary>The files of the delivery as the recipient opens them; their manifest is checked as he checks it.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> OpenAsync()
    {
        var delivery = Assert.IsType<ExtractDelivery>((await StateAsync()).Delivery);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in delivery.Files)
        {
            await using var content = Assert.IsAssignableFrom<Stream>(await Get<DeliveryStore>().OpenAsync(delivery, file.Name, default));
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            Assert.Equal((file.Bytes, file.Sha256), (bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))));
            Assert.EndsWith(CmsEnvelope.Extension, file.Name, StringComparison.Ordinal);
            files.Add(file.Name[..^CmsEnvelope.Extension.Length], Open(bytes.ToArray()));
        }

        var manifest = DeliveryManifest.Read(files[DeliveryManifest.FileName])!;
        using var register = X509Certificate2.CreateFromPem(await Extracts.FindCertificateAsync(default));
        Assert.True(ManifestSignature.Verify(files[DeliveryManifest.FileName], files[DeliveryManifest.SignatureName], register));
        var others = files.Where(file => file.Key is not (DeliveryManifest.FileName or DeliveryManifest.SignatureName or DeliveryManifest.SumsName));
        Assert.Empty(manifest.Differences(others.Select(file => new PackagedFile(file.Key, file.Value.Length, Convert.ToHexStringLower(SHA256.HashData(file.Value))))));
        return files;
    }

    /// <summary>Rows of a file, without the header, by name of the column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(byte[] csv)
    {
        var lines = Encoding.UTF8.GetString(csv).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    public void Dispose() => _key.Dispose();

    private void Begin(TestCase played, RequestedSource? source)
    {
        var content = Core.Tests.Cases.Applications.PersonLevel(linked ? ["kpr", "npr"] : ["kpr"]);
        var own = source ?? Requested(From, To, "claims.kjonn", "claims.fodselsaar", "claims.tidspunkt", "claims.diagnoser");
        played.Decided(content with
        {
            Sources = content.Sources! with { Sources = [own, .. content.Sources.Sources.Skip(1)] },
        }).Do(Actors.Handler, new Kpr.Core.Cases.Fulfilment.DispatchOrders(linked ? RegisterTable.Fhi : null)).Do(Actors.Kpr, linked ? [new AcceptOrder(Order)] : [new AcceptOrder(Order), new StartExtraction(Order)]);
    }

    private async Task AppendAsync(string id, IReadOnlyList<Recorded<CaseEvent>> events)
    {
        var store = Get<CaseStore>();
        var before = await store.LoadAsync(id, default);
        Assert.True(await store.AppendAsync(new Commit(before, before.State.After(events), events, null, []), default));
    }

    private byte[] Open(byte[] envelope)
    {
        var cms = new EnvelopedCms();
        cms.Decode(envelope);
        cms.Decrypt(cms.RecipientInfos[0], _key);
        return cms.ContentInfo.Content;
    }
}
