using System.Text;
using Azure.Storage.Blobs;
using Kpr.Functions.Azure;
using Kpr.Functions.Persons;
using Kpr.Functions.Register;
using Kpr.Functions.Tests.Crash;
using Kpr.Functions.Tests.Persons;
using Kpr.Local;
using Kpr.Local.Running;

namespace Kpr.Functions.Tests.CommandLine;

/// <summary>kpr register, audit and keys, beside a system that runs.</summary>
public sealed class RegisterCommandTests : IDisposable
{
    private const string Partition = "care-events/2026/0301";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Stats_count_rows_and_persons_once_and_leave_a_line_in_the_register_of_reads()
    {
        await using var test = await BeginAsync();
        var lines = (await RunAsync("register", "stats", "--json")).Lines;

        var care = lines.Single(line => line.GetProperty("partition").GetString() == Partition);
        Assert.Equal((2, 2, 1), (care.GetProperty("rows").GetInt32(), care.GetProperty("persons").GetInt32(), care.GetProperty("segments").GetInt32()));
        Assert.Equal((10, 4), (lines[^1].GetProperty("rows").GetInt32(), lines[^1].GetProperty("persons").GetInt32()));
        Assert.Contains($"{Partition}: 2 poster, 2 personer", (await RunAsync("register", "stats")).Out, StringComparison.Ordinal);
        Assert.Equal(["statistics", "statistics"], (await PersonWorld.AuditAsync(test, "reads")).Select(line => line.Outcome));

        // Decided is enough: nothing has been cleared up yet.
        await PersonWorld.EraseAsync(test);
        lines = (await RunAsync("register", "stats", "--json")).Lines;
        Assert.Equal((6, 3), (lines[^1].GetProperty("rows").GetInt32(), lines[^1].GetProperty("persons").GetInt32()));
    }

    [Fact]
    public async Task Show_tells_the_segments_and_rows_only_when_asked()
    {
        await using var test = await BeginAsync();
        var shown = await RunAsync("register", "show", Partition, "--json");
        Assert.Equal(0, shown.ExitCode);
        Assert.Equal(Partition, Assert.Single(shown.Lines).GetProperty("partition").GetString());
        Assert.Empty(await PersonWorld.AuditAsync(test, "reads"));

        var rows = (await RunAsync("register", "show", Partition, "--json", "--rows", "1")).Lines;
        Assert.Equal(PersonWorld.KeyOf(PersonWorld.Her), rows[1].GetProperty("personKey").GetString());
        Assert.Equal(("read", Partition, "kpr"), ((await PersonWorld.AuditAsync(test, "reads"))[0].Action, (await PersonWorld.AuditAsync(test, "reads"))[0].Object, (await PersonWorld.AuditAsync(test, "reads"))[0].Actor));
        Assert.Contains("sha256", (await RunAsync("register", "show", Partition)).Out, StringComparison.Ordinal);

        await PersonWorld.EraseAsync(test);
        rows = (await RunAsync("register", "show", Partition, "--json", "--rows", "9")).Lines;
        Assert.Equal(PersonWorld.KeyOf(PersonWorld.Other), Assert.Single(rows.Skip(1)).GetProperty("personKey").GetString());
    }

    [Fact]
    public async Task Verify_finds_nothing_in_a_register_that_is_as_it_was_written_also_after_a_deletion()
    {
        await using var test = await BeginAsync();
        Assert.Equal(0, (await RunAsync("register", "verify")).ExitCode);
        await PersonWorld.EraseAsync(test);
        await test.Get<ApplyDecisions>().RunAsync(default);
        var verified = await RunAsync("register", "verify", "--json");
        Assert.Equal((0, 0), (verified.ExitCode, Assert.Single(verified.Lines).GetProperty("faults").GetInt32()));
        Assert.Equal(0, (await RunAsync("audit", "verify")).ExitCode);
    }

    [Theory]
    [InlineData("segment changed", "register/care-events/2026/0301/")]
    [InlineData("segment gone", "register/care-events/2026/0301/")]
    [InlineData("rows in manifest", "register/care-events/2026/0301/")]
    [InlineData("manifest cut", "register/care-events/2026/0301/manifest.json")]
    [InlineData("manifest of another", "register/care-events/2026/0301/manifest.json")]
    [InlineData("run changed", "memory/care-events/0301/")]
    [InlineData("run gone", "memory/care-events/0301/")]
    [InlineData("audit line changed", "audit/intake/")]
    public async Task Verify_says_where_something_is_not_as_it_was_written(string what, string place)
    {
        await using var test = await BeginAsync();
        await BreakAsync(test, what);

        var verified = await RunAsync("register", "verify", "--json");
        Assert.Equal(1, verified.ExitCode);
        Assert.StartsWith(place, Assert.Single(verified.Lines, line => line.TryGetProperty("place", out _)).GetProperty("place").GetString(), StringComparison.Ordinal);
        Assert.Contains(place, (await RunAsync("register", "verify")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("segment changed")]
    [InlineData("segment gone")]
    [InlineData("manifest cut")]
    public async Task Stats_and_show_read_nothing_that_is_not_as_it_was_written(string what)
    {
        await using var test = await BeginAsync();
        await BreakAsync(test, what);
        foreach (var command in (string[][])[["register", "stats"], ["register", "show", Partition, "--rows", "1"]])
        {
            var answer = await RunAsync(command);
            Assert.Equal(1, answer.ExitCode);
            Assert.Contains("register/care-events/2026/0301/", answer.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Keys_rotate_says_what_cannot_be_opened_and_seals_all_else()
    {
        await using var test = await BeginAsync();
        var broken = (await test.ListAsync(Containers.Archive))[0];
        await OverwriteAsync(test.System.Storage.Landing.GetBlobContainerClient(Containers.Archive), broken, Changed(await test.ReadAsync(Containers.Archive, broken)));

        var rotated = await RunAsync("keys", "rotate");
        Assert.Equal(1, rotated.ExitCode);
        Assert.Contains($"archive/{broken}", rotated.Error, StringComparison.Ordinal);
        Assert.Contains("Nøkkel 2 forsegler", rotated.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changed", 2)]
    [InlineData("last changed", 3)]
    [InlineData("dropped", 2)]
    [InlineData("put in", 3)]
    [InlineData("swapped", 1)]
    [InlineData("cut", 3)]
    [InlineData("no json", 2)]
    [InlineData("blank", 2)]
    public async Task Audit_verify_says_which_line_breaks_the_chain(string what, int line)
    {
        await using var test = await BeginAsync();
        foreach (var number in (int[])[1, 2, 3])
        {
            await test.Get<AuditLog>().AppendAsync(new(test.Clock.GetUtcNow(), "test", "tried", $"{number}", "", "done") { Log = "tried" }, default);
        }

        var name = Assert.Single(await test.ListAsync(Containers.Audit, "tried/"));
        var lines = Encoding.UTF8.GetString(await test.ReadAsync(Containers.Audit, name)).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        switch (what)
        {
            case "changed": lines[1] = lines[1].Replace("done", "gone", StringComparison.Ordinal); break;
            case "last changed": lines[2] = lines[2].Replace("done", "gone", StringComparison.Ordinal); break;
            case "dropped": lines.RemoveAt(1); break;
            case "put in": lines.Insert(2, lines[1]); break;
            case "swapped": (lines[0], lines[1]) = (lines[1], lines[0]); break;
            case "cut": lines[2] = lines[2][..20]; break;
            case "no json": lines[1] = "x"; break;
            default: lines[1] += " "; break;
        }

        await OverwriteAsync(test.System.Storage.Audit.GetBlobContainerClient(Containers.Audit), name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        var verified = await RunAsync("audit", "verify", "--json");
        Assert.Equal(1, verified.ExitCode);
        Assert.Equal(line, verified.Lines.Single(log => log.GetProperty("log").GetString() == name).GetProperty("broken").GetInt32());
        Assert.Contains($"audit/{name}:{line}", (await RunAsync("audit", "verify")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_rotate_seals_anew_beside_the_running_system_which_goes_on()
    {
        await using var test = await BeginAsync();
        var rotated = await RunAsync("keys", "rotate", "--json");
        Assert.Equal((0, 2), (rotated.ExitCode, Assert.Single(rotated.Lines).GetProperty("version").GetInt32()));

        await test.RestartAsync();
        await test.UploadAsync("care-events/0301/after.xml", new Kpr.Core.Tests.CareEvents.CareEventDocument { Declaration = "" }.Add().ToString());
        await test.SettleAsync();
        Assert.Equal(1, (await test.ReceiptAsync("care-events/0301/after.xml")).Counts.Duplicates);
    }

    [Fact]
    public async Task Without_data_and_with_wrong_use_the_answer_is_2()
    {
        foreach (var command in (string[][])[["register", "stats"], ["register", "verify"], ["register", "show", Partition], ["audit", "verify"], ["keys", "rotate"]])
        {
            Assert.Equal(2, (await RunAsync(command)).ExitCode);
        }

        foreach (var wrong in (string[][])[["register"], ["register", "count"], ["register", "show"], ["register", "stats", "--what"], ["audit"], ["keys"], ["register", "show", "x", "--rows", "-1"]])
        {
            Assert.Equal(2, (await CommandLineRun.Of(wrong)).ExitCode);
        }

        await using var test = await BeginAsync();
        Assert.Equal(2, (await RunAsync("register", "show", "care-events/1999/0301")).ExitCode);
    }

    // A folder as kpr run leaves it, over the accounts of the test.
    private async Task<TestSystem> BeginAsync()
    {
        var test = await TestSystem.StartAsync();
        await PersonWorld.TakeAsync(test);
        FixedKeys.Write(_folder.Path);
        new RunFile(test.System.Host.Address.ToString(), LocalSystemOptions.AccountNames.Keys.ToDictionary(name => name, _ => test.Connection, StringComparer.Ordinal)).Write(_folder.Path);
        return test;
    }

    private Task<CommandLineRun> RunAsync(params string[] args) => CommandLineRun.Of([.. args, "--state", _folder.Path]);

    private static async Task BreakAsync(TestSystem test, string what)
    {
        var register = test.System.Storage.Register.GetBlobContainerClient(Containers.Register);
        var memory = test.System.Storage.Register.GetBlobContainerClient(Containers.Memory);
        var segment = (await test.ListAsync(Containers.Register, Partition)).First(name => name.EndsWith(".segment", StringComparison.Ordinal));
        var run = (await test.ListAsync(Containers.Memory, "care-events/0301/")).First(name => name.EndsWith(".run", StringComparison.Ordinal));
        var manifest = Encoding.UTF8.GetString(await test.ReadAsync(Containers.Register, $"{Partition}/manifest.json"));
        switch (what)
        {
            case "segment changed": await OverwriteAsync(register, segment, Changed(await test.ReadAsync(Containers.Register, segment))); break;
            case "segment gone": await register.GetBlobClient(segment).DeleteIfExistsAsync(); break;
            case "rows in manifest": await OverwriteAsync(register, $"{Partition}/manifest.json", Encoding.UTF8.GetBytes(manifest.Replace("\"rows\": 2", "\"rows\": 3", StringComparison.Ordinal))); break;
            case "manifest cut": await OverwriteAsync(register, $"{Partition}/manifest.json", Encoding.UTF8.GetBytes(manifest[..^5])); break;
            case "manifest of another": await OverwriteAsync(register, $"{Partition}/manifest.json", Encoding.UTF8.GetBytes(manifest.Replace("2026/0301", "2026/4601", StringComparison.Ordinal))); break;
            case "run changed": await OverwriteAsync(memory, run, Changed(await test.ReadAsync(Containers.Memory, run))); break;
            case "run gone": await memory.GetBlobClient(run).DeleteIfExistsAsync(); break;
            default:
                var log = (await test.ListAsync(Containers.Audit, "intake/"))[0];
                await OverwriteAsync(
                    test.System.Storage.Audit.GetBlobContainerClient(Containers.Audit), log,
                    Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(await test.ReadAsync(Containers.Audit, log)).Replace("Accepted", "Rejected", StringComparison.Ordinal)));
                break;
        }
    }

    private static byte[] Changed(byte[] content)
    {
        content[content.Length / 2] ^= 1;
        return content;
    }

    private static async Task OverwriteAsync(BlobContainerClient container, string name, byte[] content)
    {
        await container.GetBlobClient(name).DeleteIfExistsAsync();
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: true);
    }
}
