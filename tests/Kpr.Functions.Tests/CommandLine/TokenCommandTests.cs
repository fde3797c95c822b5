using Kpr.Local;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Kpr.Functions.Tests.CommandLine;

public sealed class TokenCommandTests
{
    [Fact]
    public async Task It_prints_a_token_and_nothing_else()
    {
        var (code, text, _) = await RunAsync("token", "--role", "register", "--register", "kpr", "--sub", "anyone");

        Assert.Equal(0, code);
        var token = new JsonWebTokenHandler().ReadJsonWebToken(Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Trim());
        Assert.Equal(("anyone", "register", "kpr"), (token.Subject, token.GetClaim("roles").Value, token.GetClaim("kpr_register").Value));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("token", "--role", "king")]
    [InlineData("token", "--role", "register")]
    [InlineData("token", "--role", "linker")]
    [InlineData("token", "--role", "controller", "--register", "kpr")]
    public async Task What_says_too_little_is_wrong_use(params string[] args)
    {
        var (code, text, told) = await RunAsync(args);
        Assert.Equal((2, ""), (code, text));
        Assert.NotEmpty(told);
    }

    private static async Task<(int Code, string Out, string Error)> RunAsync(params string[] args)
    {
        using var stdout = new StringWriter();
        using var stderr = new StringWriter();
        var code = await KprCommandLine.RunAsync(args, stdout, stderr);
        return (code, stdout.ToString(), stderr.ToString());
    }
}
