using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Kpr.Functions.Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Tests.Keys;

/// <summary>
/// A vault with one RSA key in versions, on this machine over HTTPS: the two operations of the REST interface that are used, with
/// real cryptography, and refusals on demand.
/// </summary>
internal sealed class VaultServer : IAsyncDisposable
{
    public const string Key = "kpr";
    public const string Token = "token-of-the-test";

    private static readonly X509Certificate2 Certificate = MakeCertificate();

    private readonly ConcurrentDictionary<string, RSA> _versions = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private string _newest = "";

    private VaultServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Asked before every answer; what it returns is answered instead.</summary>
    public Func<HttpContext, IResult?>? Refuse { get; set; }

    public ConcurrentQueue<string> Calls { get; } = new();

    public static async Task<VaultServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate)));
        var server = new VaultServer(builder.Build());
        server._app.MapPost("/keys/{name}/{operation}", (HttpContext context, string name, string operation) => server.AnswerAsync(context, name, null, operation));
        server._app.MapPost("/keys/{name}/{version}/{operation}", server.AnswerAsync);
        server.AddVersion();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>A new version of the key, as a rotation policy makes one.</summary>
    public string AddVersion()
    {
        var version = Guid.NewGuid().ToString("N");
        _versions[version] = RSA.Create(2048);
        return _newest = version;
    }

    public void RemoveVersion(string version) => _versions.TryRemove(version, out _);

    public KeyVault Client(string key = Key) => new(Address, key, new FixedToken(), new TrustingOptions());

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var key in _versions.Values)
        {
            key.Dispose();
        }
    }

    public static IResult Error(int status, string code) =>
        Results.Json(new { error = new { code, message = "Refused by the test." } }, statusCode: status);

    private async Task<IResult> AnswerAsync(HttpContext context, string name, string? version, string operation)
    {
        Calls.Enqueue(operation);
        if (Refuse?.Invoke(context) is { } refusal)
        {
            return refusal;
        }

        if (context.Request.Headers.Authorization != $"Bearer {Token}" || context.Request.Query["api-version"] != "7.4")
        {
            return Error(401, "Unauthorized");
        }

        version ??= _newest;
        if (name != Key || !_versions.TryGetValue(version, out var rsa))
        {
            return Error(404, "KeyNotFound");
        }

        var question = await JsonNode.ParseAsync(context.Request.Body);
        var value = Base64Url.DecodeFromChars((string)question!["value"]!);
        if ((string?)question["alg"] != "RSA-OAEP-256")
        {
            return Error(400, "BadParameter");
        }

        try
        {
            var result = operation switch
            {
                "wrapkey" => rsa.Encrypt(value, RSAEncryptionPadding.OaepSHA256),
                "unwrapkey" => rsa.Decrypt(value, RSAEncryptionPadding.OaepSHA256),
                _ => null,
            };
            return result is null ? Error(404, "NotFound") : Results.Json(new { kid = $"{Address.AbsoluteUri}keys/{name}/{version}", value = Base64Url.EncodeToString(result) });
        }
        catch (CryptographicException)
        {
            return Error(400, "BadParameter");
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }

    private sealed class FixedToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal(["https://vault.azure.net/.default"], requestContext.Scopes);
            return new AccessToken(Token, DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    // Trusts the test's own certificate only, and does not wait long between tries.
    private sealed class TrustingOptions : ClientOptions
    {
        public TrustingOptions()
        {
            Retry.Delay = TimeSpan.FromMilliseconds(5);
            Retry.MaxDelay = TimeSpan.FromMilliseconds(20);
            var handler = new SocketsHttpHandler();
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == Certificate.GetCertHashString();
            Transport = new HttpClientTransport(handler);
        }
    }
}
