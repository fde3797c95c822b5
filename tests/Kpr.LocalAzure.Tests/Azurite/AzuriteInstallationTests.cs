using System.Text.Json;
using Kpr.LocalAzure.Azurite;

namespace Kpr.LocalAzure.Tests.Azurite;

/// <summary>Installing, on a package without dependencies, so that npm needs no network.</summary>
public sealed class AzuriteInstallationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-install-").FullName;

    public AzuriteInstallationTests() => WritePackage("1.0.0");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Of_several_at_once_one_installs_and_the_others_wait()
    {
        var installed = 0;
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AzuriteInstallation.EnsureAsync(_folder, _ => Interlocked.Increment(ref installed), CancellationToken.None))));

        Assert.Equal(1, installed);
        Assert.All(all, installation => Assert.Equal(_folder, installation.Folder));
        Assert.Equal(0, await EnsureAsync());
    }

    [Fact]
    public async Task What_was_broken_off_is_installed_anew()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "node_modules", "half"));

        Assert.Equal(1, await EnsureAsync());

        Assert.False(Directory.Exists(Path.Combine(_folder, "node_modules", "half")));
    }

    [Fact]
    public async Task Another_version_is_installed_over()
    {
        await EnsureAsync();
        WritePackage("2.0.0");

        Assert.Equal(1, await EnsureAsync());
        Assert.Equal(0, await EnsureAsync());
    }

    [Fact]
    public async Task An_installation_under_way_in_another_process_is_waited_for()
    {
        Task<int> waiting;
        await using (new FileStream(Path.Combine(_folder, ".install.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            waiting = EnsureAsync();
            Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(500))));
        }

        Assert.Equal(1, await waiting);
    }

    [Fact]
    public async Task What_npm_says_is_told_when_it_fails()
    {
        File.WriteAllText(Path.Combine(_folder, "package.json"), "not JSON");

        var failed = await Assert.ThrowsAsync<AzuriteUnavailableException>(EnsureAsync);

        Assert.Contains("'npm ci'", failed.Message, StringComparison.Ordinal);
        Assert.Contains("EJSONPARSE", failed.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "node_modules", ".installed")));
    }

    [Fact]
    public void A_missing_program_is_named_with_the_remedy()
    {
        var failed = Assert.Throws<AzuriteUnavailableException>(() => AzuriteInstallation.Start(new("no-such-program-here")));

        Assert.Contains("'no-such-program-here' was not found", failed.Message, StringComparison.Ordinal);
        Assert.Contains("Node.js", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_package_files_are_pinned_and_name_no_host()
    {
        AzuriteInstallation.WriteSources(_folder);
        AzuriteInstallation.WriteSources(_folder);

        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "package.json")));
        Assert.Matches(@"^\d+\.\d+\.\d+$", package.RootElement.GetProperty("dependencies").GetProperty("azurite").GetString());
        Assert.Contains("omit-lockfile-registry-resolved=true", File.ReadAllLines(Path.Combine(_folder, ".npmrc")));
        using var lockFile = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "package-lock.json")));
        foreach (var entry in lockFile.RootElement.GetProperty("packages").EnumerateObject())
        {
            Assert.False(entry.Value.TryGetProperty("resolved", out _), entry.Name);
            Assert.True(entry.Name.Length == 0 || entry.Value.TryGetProperty("integrity", out _), entry.Name);
        }
    }

    private async Task<int> EnsureAsync()
    {
        var installed = 0;
        await AzuriteInstallation.EnsureAsync(_folder, _ => installed++, CancellationToken.None);
        return installed;
    }

    private void WritePackage(string version)
    {
        File.WriteAllText(Path.Combine(_folder, "package.json"), $$"""{ "name": "nothing", "version": "{{version}}" }""");
        File.WriteAllText(Path.Combine(_folder, "package-lock.json"), $$"""{ "name": "nothing", "version": "{{version}}", "lockfileVersion": 3, "packages": { "": { "name": "nothing", "version": "{{version}}" } } }""");
    }
}
