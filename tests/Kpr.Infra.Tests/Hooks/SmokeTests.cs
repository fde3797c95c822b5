using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Syntax;

namespace Kpr.Infra.Tests.Hooks;

/// <summary>The smoke test finds a half-provisioned environment. It runs as it would run after a deployment, against stubs.</summary>
public sealed class SmokeTests
{
    [NeedsFact("sh", "curl")]
    public async Task Two_ready_apps_are_ok()
    {
        var (exitCode, output) = await RunAsync(Ready);
        Assert.Equal((0, true), (exitCode, output.Contains("smoke: ok", StringComparison.Ordinal)));
    }

    [NeedsFact("sh", "curl")]
    public async Task A_container_that_is_missing_is_told_by_name() =>
        await FailsAsync("intake lacks something", path => path == "/intake/api/health"
            ? (503, """{"app":"intake","ready":false,"missing":["Landing/work: not there"]}""") : Ready(path), "Landing/work: not there");

    [NeedsFact("sh", "curl")]
    public async Task A_right_that_is_missing_in_the_second_app_is_told() =>
        await FailsAsync("applications lacks something", path => path == "/applications/api/health" ? (503, """{"app":"applications","ready":false,"missing":["queue x, sending: no right"]}""") : Ready(path));

    [NeedsFact("sh", "curl")]
    public async Task An_app_without_its_package_is_told() => await FailsAsync("applications answers 404", path => path.StartsWith("/applications", StringComparison.Ordinal) ? (404, "") : Ready(path));

    [NeedsFact("sh", "curl")]
    public async Task An_app_deployed_as_the_other_is_told() =>
        await FailsAsync("and not as applications", path => path == "/applications/api/health" ? Ready("/intake/api/health") : Ready(path));

    [NeedsFact("sh", "curl")]
    public async Task An_app_that_cannot_start_is_told() => await FailsAsync("intake answers 502", path => path.StartsWith("/intake", StringComparison.Ordinal) ? (502, "bad gateway") : Ready(path));

    [NeedsFact("sh", "curl")]
    public async Task An_open_door_is_told() => await FailsAsync("intake answers 200 to a call without a key", path => path.StartsWith("/intake/api/files", StringComparison.Ordinal) ? (200, "[]") : Ready(path));

    [NeedsFact("sh", "curl")]
    public async Task Functions_that_were_not_found_are_told() => await FailsAsync("intake answers 404 to a call without a key", path => path.StartsWith("/intake/api/files", StringComparison.Ordinal) ? (404, "") : Ready(path));

    [NeedsFact("sh", "curl")]
    public async Task An_address_that_nobody_answers_at_is_told()
    {
        var (exitCode, output) = await ShellAsync("smoke.sh", ("SERVICE_INTAKE_URI", "http://127.0.0.1:9"), ("SERVICE_APPLICATIONS_URI", ""), ("KPR_SMOKE_TRIES", "1"));

        Assert.Equal(1, exitCode);
        Assert.Contains("intake does not answer", output, StringComparison.Ordinal);
        Assert.Contains("the address of applications is not known", output, StringComparison.Ordinal);
    }

    [NeedsFact("sh", "curl")]
    public async Task Rights_that_come_late_are_waited_for()
    {
        var asked = 0;
        var (exitCode, output) = await RunAsync(path => path == "/intake/api/health" && Interlocked.Increment(ref asked) < 3 ? (503, "{}") : Ready(path), tries: 5);
        Assert.True(exitCode == 0, output);
    }

    [NeedsTheory("sh")]
    [InlineData("dev", "norwayeast", "dev", "", 0, "check: ok")]
    [InlineData("", "norwayeast", "dev", "", 1, "AZURE_ENV_NAME is not set")]
    [InlineData("My_Env", "norwayeast", "dev", "", 1, "small letters")]
    [InlineData("dev", "westeurope", "dev", "", 1, "stay in Norway")]
    [InlineData("dev", "norwayeast", "staging", "", 1, "dev, test or production")]
    [InlineData("prod", "norwayeast", "production", "", 1, "KPR_ALLOW_PRODUCTION")]
    [InlineData("prod", "norwayeast", "production", "yes", 0, "check: ok")]
    public async Task The_check_stops_what_would_fail_or_do_harm(string environment, string location, string profile, string allowed, int expected, string told)
    {
        var (exitCode, output) = await ShellAsync(
            "check.sh", ("AZURE_ENV_NAME", environment), ("AZURE_LOCATION", location), ("KPR_PROFILE", profile), ("KPR_ALLOW_PRODUCTION", allowed), ("AzureLibraries", "nuget"));

        Assert.True(exitCode == expected, output);
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    [NeedsFact("sh", "curl")]
    public async Task The_check_stops_a_deployment_of_stand_ins()
    {
        var (exitCode, output) = await ShellAsync("check.sh", ("AZURE_ENV_NAME", "dev"), ("AzureLibraries", "local"));
        Assert.Equal(1, exitCode);
        Assert.Contains("genuine libraries", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("smoke")]
    public void Both_shells_say_the_same(string hook)
    {
        // PowerShell is not here to run the other one: at least every sentence and variable of the one is in the other.
        var powershell = RepositoryFolder.Read($"infra/hooks/{hook}.ps1");
        var words = System.Text.RegularExpressions.Regex.Matches(RepositoryFolder.Read($"infra/hooks/{hook}.sh"), "KPR_[A-Z_]+|SERVICE_[A-Z]+_URI|AZURE_ENV_NAME|AZURE_LOCATION|AzureLibraries|/api/[a-z/-]+|norway[a-z]+");

        Assert.NotEmpty(words);
        Assert.All(words.Select(word => word.Value).Distinct(), word => Assert.Contains(word, powershell, StringComparison.Ordinal));
    }

    private static (int, string) Ready(string path) => path switch
    {
        "/intake/api/health" => (200, """{"app":"intake","ready":true,"missing":[]}"""),
        "/applications/api/health" => (200, """{"app":"applications","ready":true,"missing":[]}"""),
        "/preparation/api/health" => (200, """{"app":"preparation","ready":true,"missing":[]}"""),
        "/persons/api/health" => (200, """{"app":"persons","ready":true,"missing":[]}"""),
        "/intake/api/files/care-events/0000" => (401, ""),
        _ => (404, ""),
    };

    private static async Task FailsAsync(string told, Func<string, (int, string)> answer, string also = "smoke: not ok")
    {
        var (exitCode, output) = await RunAsync(answer);
        Assert.Equal(1, exitCode);
        Assert.Contains(told, output, StringComparison.Ordinal);
        Assert.Contains(also, output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(Func<string, (int, string)> answer, int tries = 1)
    {
        await using var apps = await StubApps.StartAsync(answer);
        return await ShellAsync(
            "smoke.sh", ("SERVICE_INTAKE_URI", $"{apps.Address}/intake"), ("SERVICE_APPLICATIONS_URI", $"{apps.Address}/applications"), ("SERVICE_PREPARATION_URI", $"{apps.Address}/preparation"), ("SERVICE_PERSONS_URI", $"{apps.Address}/persons"),
            ("KPR_SMOKE_TRIES", tries.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("KPR_SMOKE_PAUSE", "0"));
    }

    private static Task<(int ExitCode, string Output)> ShellAsync(string hook, params (string Name, string Value)[] variables) => Tool.RunAsync(
        "sh", [Path.Combine(RepositoryFolder.Path, "infra", "hooks", hook)], RepositoryFolder.Path,
        variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal));
}
