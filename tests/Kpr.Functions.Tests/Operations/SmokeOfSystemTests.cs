using System.Diagnostics;
using Kpr.Functions.Operations.Triggers;
using Kpr.Functions.Tests.House;
using Kpr.LocalAzure.Azurite;
using Microsoft.Extensions.Configuration;

namespace Kpr.Functions.Tests.Operations;

/// <summary>The smoke test of a deployment, against the app itself with something missing: it fails, and says what.</summary>
public sealed class SmokeOfSystemTests
{
    [ShellFact]
    public async Task A_half_provisioned_environment_is_found_and_what_it_lacks_is_named()
    {
        await using var test = await TestSystem.StartAsync(options => TestSystem.Only(type => type == typeof(Health))(TestSystem.With(("Kpr:App", "intake"))(options)));

        // The audit account, as it is before anything has been made in it.
        test.Get<IConfiguration>()["Audit"] = (await SharedAzurite.NextAccountAsync()).ConnectionString;

        var (exitCode, output) = await SmokeAsync(test.System.Host.Address);

        Assert.Equal(1, exitCode);
        Assert.Contains("smoke: intake lacks something", output, StringComparison.Ordinal);
        Assert.Contains("Audit/audit: not there", output, StringComparison.Ordinal);
        Assert.Contains("the address of applications is not known", output, StringComparison.Ordinal);
        Assert.Contains("smoke: not ok", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> SmokeAsync(Uri intake)
    {
        var start = new ProcessStartInfo("sh", [Path.Combine(RepositoryFolder.Path, "infra", "hooks", "smoke.sh")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SERVICE_INTAKE_URI"] = intake.ToString().TrimEnd('/');
        start.Environment["SERVICE_APPLICATIONS_URI"] = "";
        start.Environment["KPR_SMOKE_TRIES"] = "1";
        using var smoke = Process.Start(start)!;
        var output = smoke.StandardOutput.ReadToEndAsync();
        var error = smoke.StandardError.ReadToEndAsync();
        await smoke.WaitForExitAsync();
        return (smoke.ExitCode, await output + await error);
    }
}
