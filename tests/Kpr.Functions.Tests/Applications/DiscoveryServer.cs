using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kpr.Functions.Tests.Applications;

/// <summary>An OpenID provider with a key: its document, its keys, and the tokens a test wants of it.</summary>
internal sealed class DiscoveryServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);

    private DiscoveryServer(WebApplication app) => _app = app;

    public string Authority { get; private set; } = "";

    public string Issuer => $"{Authority}/issuer";

    public RsaSecurityKey Key => new(_rsa) { KeyId = "key-1" };

    public int Asked { get; private set; }

    public bool Down { get; set; }

    public static async Task<DiscoveryServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new DiscoveryServer(app);
        app.MapGet("/.well-known/openid-configuration", (HttpContext http) => server.Answer(http, new { issuer = server.Issuer, jwks_uri = $"{server.Authority}/keys" }));
        app.MapGet("/keys", (HttpContext http) =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(server._rsa.ExportParameters(false)) { KeyId = "key-1" });
            return server.Answer(http, new { keys = new[] { new { kty = "RSA", use = "sig", kid = key.Kid, n = key.N, e = key.E } } });
        });
        await app.StartAsync();
        server.Authority = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    public string Token(Action<SecurityTokenDescriptor>? change = null, DateTime? now = null)
    {
        var at = now ?? FixedClockNow;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "kpr-api",
            NotBefore = at.AddMinutes(-1),
            IssuedAt = at.AddMinutes(-1),
            Expires = at.AddMinutes(10),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "subject-1", ["oid"] = "object-1", ["roles"] = new[] { "handler" } },
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public byte[] PublicKeyText() => System.Text.Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem());

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private static DateTime FixedClockNow => new FixedClock().GetUtcNow().UtcDateTime;

    private IResult Answer(HttpContext http, object value)
    {
        Asked++;
        return Down ? Results.StatusCode(503) : Results.Text(JsonSerializer.Serialize(value), "application/json");
    }
}
