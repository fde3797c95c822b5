using System.Text;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Kpr.Functions.Tests.Applications;

public sealed class TokenTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new();
    private readonly FixedClock _clock = new();
    private DiscoveryServer _staff = null!;
    private DiscoveryServer _applicants = null!;
    private TokenReading _reading = null!;

    public async Task InitializeAsync()
    {
        _staff = await DiscoveryServer.StartAsync();
        _applicants = await DiscoveryServer.StartAsync();
        _reading = Reading(new AccessOptions
        {
            StaffAuthority = _staff.Authority, StaffAudience = "kpr-api", ApplicantsAuthority = _applicants.Authority, ApplicantsAudience = "kpr-api",
        });
    }

    public async Task DisposeAsync()
    {
        _reading.Dispose();
        await _staff.DisposeAsync();
        await _applicants.DisposeAsync();
    }

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_token_of_staff_gives_its_role_and_one_of_an_applicant_no_other()
    {
        Assert.Equal(new Actor(Role.Handler, "object-1"), (await ReadAsync(_staff.Token())).Actor);
        Assert.Equal(new Actor(Role.Applicant, "subject-1"), (await ReadAsync(_applicants.Token())).Actor);
    }

    [Theory]
    [InlineData("register:kpr", Role.Register, null, "kpr")]
    [InlineData("finance:hds", Role.Finance, null, null)]
    [InlineData("finance:kreft", Role.Finance, null, "kreft")]
    [InlineData("linker:983744516", Role.Linker, "983744516", null)]
    [InlineData("appeal-body", Role.AppealBody, null, null)]
    public async Task A_role_may_name_its_party(string claim, Role role, string? organisation, string? register) =>
        Assert.Equal(new Actor(role, "object-1", organisation, register), (await ReadAsync(_staff.Token(token => token.Claims["roles"] = new[] { claim }))).Actor);

    [Fact]
    public async Task Somebody_with_several_roles_chooses_one()
    {
        var token = _staff.Token(token => token.Claims["roles"] = new[] { "handler", "decider", "register:kpr", "register:npr" });

        Assert.Equal(TokenFault.SeveralRoles, (await ReadAsync(token)).Fault);
        Assert.Equal(Role.Decider, (await ReadAsync(token, "decider")).Actor!.Role);
        Assert.Equal("npr", (await ReadAsync(token, "register:npr")).Actor!.Register);
        Assert.Equal(TokenFault.SeveralRoles, (await ReadAsync(token, "register")).Fault);
        Assert.Equal(TokenFault.NoRole, (await ReadAsync(token, "coordinator")).Fault);
    }

    public static TheoryData<string> Wrong =>
    [
        "expired", "not yet", "no expiry", "other issuer", "unknown issuer", "other audience", "no audience", "none", "unsigned with algorithm", "hmac with public key",
        "unknown key", "other key under the known name", "changed", "cut", "empty", "no token", "encrypted form", "no subject", "national identity number", "very long",
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_token_is_not_taken(string kind)
    {
        var answer = await ReadAsync(await MakeAsync(kind));
        Assert.Equal((null, TokenFault.Invalid), (answer.Actor, answer.Fault));
    }

    [Theory]
    [InlineData("applicant")]
    [InlineData("register")]
    [InlineData("linker")]
    [InlineData("Handler")]
    [InlineData("administrator")]
    public async Task A_role_that_staff_cannot_have_or_without_its_party_is_none(string role) =>
        Assert.Equal(TokenFault.NoRole, (await ReadAsync(_staff.Token(token => token.Claims["roles"] = new[] { role }))).Fault);

    [Fact]
    public async Task A_token_without_roles_has_none() =>
        Assert.Equal(TokenFault.NoRole, (await ReadAsync(_staff.Token(token => token.Claims.Remove("roles")))).Fault);

    [Fact]
    public async Task Clocks_may_differ_a_little_and_no_more()
    {
        var token = _staff.Token();
        _clock.Advance(TimeSpan.FromMinutes(10.5));
        Assert.NotNull((await ReadAsync(token)).Actor);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TokenFault.Invalid, (await ReadAsync(token)).Fault);
    }

    [Fact]
    public async Task Keys_are_asked_for_once_and_kept_when_the_issuer_is_down()
    {
        await ReadAsync(_staff.Token());
        var asked = _staff.Asked;
        _staff.Down = true;
        for (var i = 0; i < 5; i++)
        {
            Assert.NotNull((await ReadAsync(_staff.Token())).Actor);
        }

        Assert.Equal(asked, _staff.Asked);
    }

    [Fact]
    public async Task An_issuer_that_never_answered_is_an_outage_and_keeps_the_other_from_nothing()
    {
        _applicants.Down = true;
        Assert.Equal(TokenFault.IssuerUnreachable, (await ReadAsync(_applicants.Token())).Fault);
        Assert.NotNull((await ReadAsync(_staff.Token())).Actor);
    }

    [Fact]
    public async Task The_local_issuer_makes_out_tokens_for_every_role_and_its_key_is_its_owners()
    {
        var folder = Directory.CreateTempSubdirectory("kpr-token-").FullName;
        var file = Path.Combine(folder, "token-key");
        using (var issuer = LocalIssuer.OpenOrCreate(file))
        using (var reading = Reading(new AccessOptions { LocalKeys = file }))
        {
            foreach (var actor in Enum.GetValues<Role>().Select(role => new Actor(role, $"local-{role}", "983744516", role is Role.Register or Role.Finance ? "kpr" : null)))
            {
                Assert.Equal(actor, (await reading.ReadAsync(issuer.Mint(actor, _clock.GetUtcNow()), null, CancellationToken.None)).Actor);
            }

            Assert.Equal(TokenFault.Invalid, (await ReadAsync(issuer.Mint(new Actor(Role.Handler, "x"), _clock.GetUtcNow()))).Fault);
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("WEBSITE_INSTANCE_ID")]
    [InlineData("WEBSITE_SITE_NAME")]
    public void The_local_issuer_cannot_be_had_in_azure(string setting)
    {
        var azure = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(setting, (string?)"x")]).Build();
        var here = new ConfigurationBuilder().Build();

        Assert.True(new NoLocalIssuerInAzure(azure).Validate(null, new AccessOptions { LocalKeys = "token-key" }).Failed);
        Assert.True(new NoLocalIssuerInAzure(azure).Validate(null, new AccessOptions()).Succeeded);
        Assert.True(new NoLocalIssuerInAzure(here).Validate(null, new AccessOptions { LocalKeys = "token-key" }).Succeeded);
    }

    [Theory]
    [InlineData("https://one.example", "", "https://two.example", "b", "ApplicantsAudience")]
    [InlineData("http://one.example", "a", "https://two.example", "b", "https address")]
    [InlineData("https://one.example", "a", "https://one.example", "b", "the same")]
    public void Issuers_that_cannot_be_meant_are_told_at_start(string applicants, string audience, string staff, string staffAudience, string told)
    {
        var options = new AccessOptions { ApplicantsAuthority = applicants, ApplicantsAudience = audience, StaffAuthority = staff, StaffAudience = staffAudience };
        Assert.Contains(options.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(options)), fault => fault.ErrorMessage!.Contains(told, StringComparison.Ordinal));
    }

    private static string Part(string text) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(text));

    private TokenReading Reading(AccessOptions options) => new(Options.Create(options), _http, _clock);

    private Task<TokenAnswer> ReadAsync(string token, string? role = null) => _reading.ReadAsync(token, role, CancellationToken.None);

    private async Task<string> MakeAsync(string kind)
    {
        var good = _staff.Token();
        var parts = good.Split('.');
        using var other = System.Security.Cryptography.RSA.Create(2048);
        await using var foreign = await DiscoveryServer.StartAsync();
        return kind switch
        {
            "expired" => _staff.Token(now: _clock.GetUtcNow().UtcDateTime.AddHours(-1)),
            "not yet" => _staff.Token(now: _clock.GetUtcNow().UtcDateTime.AddHours(1)),
            "no expiry" => _staff.Token(token => token.Expires = null),
            "other issuer" => _applicants.Token(token => token.Issuer = _staff.Issuer),
            "unknown issuer" => foreign.Token(),
            "other audience" => _staff.Token(token => token.Audience = "another-api"),
            "no audience" => _staff.Token(token => token.Audience = null),
            "none" => $"{Part("{\"alg\":\"none\",\"typ\":\"JWT\"}")}.{parts[1]}.",
            "unsigned with algorithm" => $"{parts[0]}.{parts[1]}.",
            "hmac with public key" => _staff.Token(token => token.SigningCredentials = new SigningCredentials(
                new SymmetricSecurityKey(_staff.PublicKeyText()) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256)),
            "unknown key" => _staff.Token(token => token.SigningCredentials = new SigningCredentials(new RsaSecurityKey(other.ExportParameters(true)) { KeyId = "key-9" }, SecurityAlgorithms.RsaSha256)),
            "other key under the known name" => _staff.Token(token => token.SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(other.ExportParameters(true)) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256)),
            "changed" => $"{parts[0]}.{Part(Base64UrlEncoder.Decode(parts[1]).Replace("handler", "decider", StringComparison.Ordinal))}.{parts[2]}",
            "cut" => good[..^4],
            "empty" => "",
            "no token" => "not.a.token",
            "encrypted form" => $"{good}.x.y",
            "no subject" => _staff.Token(token => token.Claims.Remove("oid")),
            "national identity number" => _staff.Token(token => token.Claims["oid"] = "01815000000"),
            _ => good + new string('a', 20_000),
        };
    }
}
