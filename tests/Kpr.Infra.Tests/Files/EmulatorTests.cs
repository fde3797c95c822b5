using System.Text.Json;
using System.Xml;
using Kpr.Functions.Azure;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Syntax;

namespace Kpr.Infra.Tests.Files;

/// <summary>The emulators' files. Where there is no Docker, as here, nobody has started them.</summary>
public sealed class EmulatorTests
{
    private const string Configuration = "infra/emulators/servicebus.json";
    private const string Write = "KPR_WRITE_EMULATOR_QUEUES";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    // The emulator takes no more than these; in Azure the queues have what the code asks for.
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestMemory = TimeSpan.FromMinutes(5);

    /// <summary>Set the variable KPR_WRITE_EMULATOR_QUEUES to have the file written anew.</summary>
    [Fact]
    public void The_emulator_has_the_queues_that_the_code_needs()
    {
        var path = Path.Combine(RepositoryFolder.Path, Configuration);
        if (Environment.GetEnvironmentVariable(Write) is { Length: > 0 })
        {
            File.WriteAllText(path, Expected());
        }

        Assert.Equal(Expected(), File.ReadAllText(path));
    }

    [Fact]
    public void The_emulators_are_reached_from_this_machine_only()
    {
        var services = YamlText.Parse(RepositoryFolder.Read("infra/emulators/compose.yaml")).GetProperty("services").EnumerateObject().ToList();

        Assert.Equal(["azurite", "servicebus", "sql"], services.Select(service => service.Name));
        Assert.All(
            services.SelectMany(service => service.Value.TryGetProperty("ports", out var ports) ? ports.EnumerateArray().Select(port => port.GetString()!) : []),
            port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
    }

    [Fact]
    public void The_emulator_is_the_one_that_the_local_edition_pins()
    {
        using var package = JsonDocument.Parse(RepositoryFolder.Read("infra/local/azurite/package.json"));
        var version = package.RootElement.GetProperty("dependencies").GetProperty("azurite").GetString();
        Assert.Contains($"azurite:{version}", RepositoryFolder.Read("infra/emulators/compose.yaml"), StringComparison.Ordinal);
    }

    [NeedsFact("sh", "node")]
    public async Task What_is_made_in_azurite_is_what_the_code_needs()
    {
        var folder = Directory.CreateTempSubdirectory("kpr-az-").FullName;
        try
        {
            // The Azure CLI, as far as the script asks it: it notes what it is asked.
            var az = Path.Combine(folder, "az");
            await File.WriteAllTextAsync(az, "#!/bin/sh\necho \"$2 $5\" >> \"$AZ_LOG\"\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var log = Path.Combine(folder, "asked");
            var (exitCode, output) = await Tool.RunAsync(
                "sh", [Path.Combine(RepositoryFolder.Path, "infra", "emulators", "prepare.sh")], folder,
                new Dictionary<string, string> { ["PATH"] = $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}", ["AZ_LOG"] = log });

            Assert.True(exitCode == 0, output);
            Assert.Equal(
                DeployedApp.Whole.Containers.Select(container => $"container {container.Name}").Concat(DeployedApp.Whole.Tables.Select(table => $"table {table.Name}")).Order(StringComparer.Ordinal),
                (await File.ReadAllLinesAsync(log)).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Expected() => JsonSerializer.Serialize(
        new
        {
            UserConfig = new
            {
                Namespaces = new[]
                {
                    new
                    {
                        Name = "sbemulatorns",
                        Queues = Queues.All.Select(queue => new
                        {
                            queue.Name,
                            Properties = new
                            {
                                DeadLetteringOnMessageExpiration = true,
                                DefaultMessageTimeToLive = Span(queue.TimeToLive, LongestLife),
                                RequiresDuplicateDetection = true,
                                DuplicateDetectionHistoryTimeWindow = Span(queue.DuplicateDetectionWindow, LongestMemory),
                                LockDuration = XmlConvert.ToString(queue.LockDuration),
                                queue.MaxDeliveryCount,
                                RequiresSession = false,
                            },
                        }),
                    },
                },
                Logging = new { Type = "File" },
            },
        },
        Indented) + "\n";

    private static string Span(TimeSpan asked, TimeSpan longest) => XmlConvert.ToString(asked < longest ? asked : longest);
}
