using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Linking;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Extracts;
using Kpr.Functions.Linkages;
using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Tests.Extracts;

namespace Kpr.Functions.Tests.Linkages;

/// <summary>A case whose data are linked, the parties with their certificates, and the orders of keys as the app of applications keeps them.</summary>
/// <param name="extracts">The case and its claims.</param>
internal sealed class LinkageWorld(ExtractWorld extracts) : IDisposable
{
    public const string Case = ExtractWorld.Case;
    public const string Kpr = ExtractWorld.Order;
    public const string Npr = "npr-1";
    public const string By = "handler:handler-1";

    private int _batches;

    public string Batch { get; private set; } = "";

    public string Id => LinkageStore.IdOf(Case, Batch);

    public X509Certificate2 NprCertificate { get; } = Certificate(7300);

    public X509Certificate2 LinkerCertificate { get; } = Certificate(7300);

    public static X509Certificate2 Certificate(int days)
    {
        using var key = RSA.Create(2048);
        var now = DateTimeOffset.UtcNow;
        return new CertificateRequest("CN=Part i koblingen", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1000), now.AddDays(days));
    }

    /// <summary>The case issues the next batch; under a new linker where there was one before.</summary>
    public Task NextBatchAsync()
    {
        Batch = string.Create(CultureInfo.InvariantCulture, $"batch-{++_batches}");
        return extracts.MoveAsync(played =>
        {
            if (played.State.Linkage is { KeyBatch: not null } linkage)
            {
                played.Do(Actors.Handler, new ReportLinkerFailure("Utstyr."))
                    .Do(Actors.Decider, new DesignateLinker(linkage.Linker == RegisterTable.Fhi ? Actors.ControllerNumber : RegisterTable.Fhi));
            }

            played.Do(Actors.Handler, new IssueKeys(Batch));
            if (played.State.FindOrder(Kpr)!.State != OrderState.Extracting)
            {
                played.Do(Actors.Kpr, new StartExtraction(Kpr));
            }
        });
    }

    /// <summary>Uploads a list of numbers as the applicant does.</summary>
    public async Task<string> ListAsync(IEnumerable<string> numbers)
    {
        using var register = await extracts.Get<RegisterCertificates>().EnsureAsync(default);
        using var envelope = new MemoryStream();
        await CmsEnvelope.EncryptAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', numbers))), envelope, register);
        return await ListAsync(envelope.ToArray());
    }

    public async Task<string> ListAsync(byte[] envelope)
    {
        var list = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        await extracts.Get<CohortStore>().WriteAsync(Case, list, new MemoryStream(envelope), default);
        return list;
    }

    /// <summary>Orders the keys of the batch.</summary>
    public async Task OrderAsync(string list, X509Certificate2? npr = null)
    {
        await KeepOrderAsync(list, npr);
        await TellAsync(LinkageStatus.Ordered);
    }

    /// <summary>Keeps the order, and tells nobody.</summary>
    public async Task KeepOrderAsync(string list, X509Certificate2? npr = null)
    {
        var order = new LinkageOrder(
            Case, Batch, Case, list,
            [new LinkageParty(Kpr, "kpr", null), new LinkageParty(Npr, "npr", (npr ?? NprCertificate).ExportCertificatePem())],
            new LinkageParty("linker", RegisterTable.Fhi, LinkerCertificate.ExportCertificatePem()), By, extracts.Get<TimeProvider>().GetUtcNow().UtcDateTime);
        await extracts.Get<LinkageStore>().AddAsync(order, default);
    }

    public Task TellAsync(LinkageStatus status) => extracts.Get<TellLinkage>().SendAsync(Case, Id, status, extracts.Get<TimeProvider>().GetUtcNow().UtcDateTime, default);

    /// <summary>The case has no more use for the batch.</summary>
    public async Task EndAsync()
    {
        await KeepEndAsync();
        await TellAsync(LinkageStatus.Ended);
    }

    /// <summary>Keeps that it is over, and tells nobody.</summary>
    public Task KeepEndAsync() => extracts.Get<LinkageStore>().ChangeAsync(Case, Id, now => now with { Status = LinkageStatus.Ended, Message = "Avsluttet." }, default);

    public Task<LinkageKeys?> StateOrNoneAsync() => extracts.Get<LinkageStore>().FindAsync(Case, Id, default);

    public async Task<LinkageKeys> StateAsync() => Assert.IsType<LinkageKeys>(await StateOrNoneAsync());

    /// <summary>A file as it lies there, encrypted.</summary>
    public async Task<byte[]> FileAsync(string name)
    {
        var found = Assert.NotNull(await extracts.Get<LinkageFiles>().OpenAsync(Id, name, default));
        await using var content = found.Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>The key file of the other source, as it opens it: serial numbers by identity number.</summary>
    public async Task<IReadOnlyDictionary<string, string>> KeysAsync()
    {
        var lines = Encoding.ASCII.GetString(Assert.IsType<byte[]>(CmsEnvelope.Open(await FileAsync(LinkageFiles.KeysOf(Npr)), NprCertificate))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(KeyFile.Header, lines[0]);
        return lines.Skip(1).Select(line => line.Split(';')).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
    }

    /// <summary>The map of a source, as the linker opens it.</summary>
    public async Task<byte[]> MapAsync(string source) => Assert.IsType<byte[]>(CmsEnvelope.Open(await FileAsync(LinkageFiles.MapOf(source)), LinkerCertificate));

    public void Dispose()
    {
        NprCertificate.Dispose();
        LinkerCertificate.Dispose();
    }
}
