using System.Globalization;
using Kpr.Core.Formats;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Syntax;

namespace Kpr.Infra.Tests.Hooks;

/// <summary>The script that hands a sender a link: what it asks Azure for, noted by a stand-in for the Azure CLI.</summary>
public sealed class UploadLinkTests
{
    [NeedsFact("sh")]
    public async Task A_link_is_for_one_blob_under_the_senders_own_number_to_write_within_the_hour()
    {
        var before = DateTime.UtcNow;
        var (exitCode, output, asked) = await RunAsync("kprlandingx", "care-events", "0301", "2026/uke 47.xml", "30");

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            "storage blob generate-sas --account-name kprlandingx --container-name incoming --name care-events/0301/2026/uke 47.xml --permissions cw --expiry EXPIRY --https-only --as-user --auth-mode login --full-uri --output tsv",
            asked.Replace(Expiry(asked), "EXPIRY", StringComparison.Ordinal));
        Assert.InRange(DateTime.ParseExact(Expiry(asked), "yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), before.AddMinutes(28), before.AddMinutes(31));
    }

    [NeedsFact("sh")]
    public async Task Every_feed_of_the_code_is_known()
    {
        foreach (var feed in Feeds.All)
        {
            Assert.Equal(0, (await RunAsync("kprlandingx", feed.Name, feed.IsMunicipal ? "0301" : "974760673", "x.xml")).ExitCode);
        }
    }

    [NeedsTheory("sh")]
    [InlineData("is not known", "kprlandingx", "births", "0301", "x.xml")]
    [InlineData("is not known", "kprlandingx", "", "0301", "x.xml")]
    [InlineData("is not known", "kprlandingx", ".*", "0301", "x.xml")]
    [InlineData("is not a municipality", "kprlandingx", "care-events", "030", "x.xml")]
    [InlineData("is not a municipality", "kprlandingx", "care-events", "0301/4601", "x.xml")]
    [InlineData("is not a municipality", "kprlandingx", "care-events", "13897512345", "x.xml")]
    [InlineData("is not a plain name", "kprlandingx", "care-events", "0301", "../4601/x.xml")]
    [InlineData("is not a plain name", "kprlandingx", "care-events", "0301", "a/../../4601/x.xml")]
    [InlineData("is not a plain name", "kprlandingx", "care-events", "0301", "a\\..\\x.xml")]
    [InlineData("is not a plain name", "kprlandingx", "care-events", "0301", "")]
    [InlineData("is not the name of a storage account", "https://x", "care-events", "0301", "x.xml")]
    [InlineData("from 1 to 60 minutes", "kprlandingx", "care-events", "0301", "x.xml", "1440")]
    [InlineData("from 1 to 60 minutes", "kprlandingx", "care-events", "0301", "x.xml", "0")]
    [InlineData("is not a number of minutes", "kprlandingx", "care-events", "0301", "x.xml", "-5")]
    [InlineData("usage", "kprlandingx")]
    public async Task Anything_else_is_refused_and_nothing_is_asked_for(string told, params string[] arguments)
    {
        var (exitCode, output, asked) = await RunAsync(arguments);
        Assert.Equal((2, ""), (exitCode, asked));
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    private static string Expiry(string asked) => asked.Split("--expiry ")[1].Split(' ')[0];

    private static async Task<(int ExitCode, string Output, string Asked)> RunAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("kpr-az-").FullName;
        try
        {
            var (az, log) = (Path.Combine(folder, "az"), Path.Combine(folder, "asked"));
            await File.WriteAllTextAsync(az, "#!/bin/sh\nprintf '%s' \"$*\" > \"$AZ_LOG\"\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var (exitCode, output) = await Tool.RunAsync(
                "sh", [Path.Combine(RepositoryFolder.Path, "infra", "senders", "upload-link.sh"), .. arguments], folder,
                new Dictionary<string, string> { ["PATH"] = $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}", ["AZ_LOG"] = log });
            return (exitCode, output, File.Exists(log) ? await File.ReadAllTextAsync(log) : "");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
