using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Loading;
using Kpr.Local.Referencing;
using Kpr.Local.Running;

namespace Kpr.Local.Commands;

/// <summary><c>kpr reference</c>: makes, verifies and loads a set of reference data.</summary>
internal static class ReferenceCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output) =>
        new("reference", "Referansedata: kommuner, kodeverk, takster og annet som reglene slår opp i.") { Verify(output), Manifest(output), Load(output) };

    /// <summary>Reads the set of a folder.</summary>
    /// <returns>What was read; null when the folder cannot be, which has then been told.</returns>
    public static ReferenceReading? Read(string folder, CommandOutput output)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                return ReferenceFolder.Read(folder);
            }

            output.Error.WriteLine($"Finnes ikke: {folder}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Error.WriteLine($"Kan ikke lese {folder}: {e.Message}");
        }

        return null;
    }

    private static Argument<string> Folder() => new("DIR") { HelpName = "DIR", Description = "Mappen med manifest.json og tabeller (docs/reference-data.md)." };

    private static Option<bool> Json() => new("--json") { Description = "Svaret som ett JSON-objekt." };

    private static Command Verify(CommandOutput output)
    {
        var (folder, json) = (Folder(), Json());
        var command = new Command("verify", "Kontroller et sett. Alle feil vises, med fil, linje og kolonne.") { folder, json };
        command.SetAction(parsed => Verify(parsed.GetRequiredValue(folder), parsed.GetValue(json), output, out _));
        return command;
    }

    private static int Verify(string folder, bool json, CommandOutput output, out ReferenceData? set)
    {
        set = null;
        if (Read(folder, output) is not { } reading)
        {
            return ExitCode.Usage;
        }

        new ReferenceReport(output, json).Write(reading);
        set = reading.Set;
        return set is null ? ExitCode.JudgedBad : ExitCode.Good;
    }

    private static Command Manifest(CommandOutput output)
    {
        var folder = Folder();
        var label = new Option<string>("--label") { HelpName = "L", Required = true, Description = "Navnet på settet, for eksempel 2026-1." };
        var from = new Option<DateOnly>("--valid-from")
        {
            HelpName = "D",
            Required = true,
            Description = "Første dag settet gjelder, åååå-mm-dd.",
            CustomParser = result =>
            {
                if (!DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    result.AddError($"{result.Tokens[0].Value} er ikke en dato (åååå-mm-dd).");
                }

                return day;
            },
        };
        var command = new Command("manifest", "Skriv manifest.json for tabellene i en mappe, og kontroller settet.") { folder, label, from };
        command.SetAction(parsed => WriteManifest(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(label), parsed.GetRequiredValue(from), output));
        return command;
    }

    private static int WriteManifest(string folder, string label, DateOnly from, CommandOutput output)
    {
        try
        {
            var tables = Directory.Exists(folder) ? ReferenceFolder.Tables(folder) : new Dictionary<string, ReadOnlyMemory<byte>>();
            if (tables.Count == 0)
            {
                output.Error.WriteLine($"{folder} har ingen av tabellene: {string.Join(", ", ReferenceTables.All.Select(form => form.File))}");
                return ExitCode.Usage;
            }

            var manifest = new ReferenceManifest(
                ReferenceManifest.CurrentFormat, label, from,
                [.. tables.Select(table => new ReferenceManifest.Entry(table.Key, Convert.ToHexStringLower(SHA256.HashData(table.Value.Span))))]);
            File.WriteAllBytes(Path.Combine(folder, ReferenceManifest.FileName), manifest.Write());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Error.WriteLine($"Kan ikke skrive manifestet: {e.Message}");
            return ExitCode.Usage;
        }

        return Verify(folder, json: false, output, out _);
    }

    private static Command Load(CommandOutput output)
    {
        var (folder, json) = (Folder(), Json());
        var target = new Option<string?>("--target")
        {
            HelpName = "CONNECTION",
            Description = "Tilkoblingsstreng til lagringskontoen som filer lander i. Ellers systemet som kjører her.",
        };
        var command = new Command("load", "Kontroller et sett og last det inn i systemet.") { folder, target, json };
        command.SetAction((parsed, cancellation) =>
            LoadAsync(parsed.GetRequiredValue(folder), parsed.GetValue(target), parsed.GetValue(json), output, cancellation));
        return command;
    }

    private static async Task<int> LoadAsync(string folder, string? target, bool json, CommandOutput output, CancellationToken cancellation)
    {
        var run = target is null ? RunFile.Find(RunFile.StateFolder) : null;
        if (target is null && run is null)
        {
            await output.Error.WriteLineAsync("Systemet kjører ikke her. Start det med: kpr run, eller si hvor med --target.");
            return ExitCode.Usage;
        }

        var verdict = Verify(folder, json, output, out var set);
        if (set is null)
        {
            return verdict;
        }

        try
        {
            await ReferenceUpload.SendAsync(folder, new BlobServiceClient(target ?? run!.Landing), cancellation);
            if (run is null)
            {
                await output.Error.WriteLineAsync("Lastet opp. Systemet tar settet i bruk innen fem minutter; /api/reference forteller når.");
                return ExitCode.Good;
            }

            var answer = await ReferenceUpload.ReloadAsync(new Uri(run.Http), cancellation);
            var taken = answer.Planned.Append(answer.InUse).Any(planned => planned.Version == set.Version.Id);
            await output.Error.WriteLineAsync(
                !taken ? "Systemet tok ikke settet; /api/reference forteller hvorfor."
                : answer.InUse.Version == set.Version.Id ? "Settet er tatt i bruk."
                : $"Settet er lastet og gjelder fra {set.Version.ValidFrom:yyyy-MM-dd}.");
            return taken ? ExitCode.Good : ExitCode.JudgedBad;
        }
        catch (Exception e) when (e is RequestFailedException or HttpRequestException or FormatException)
        {
            await output.Error.WriteLineAsync($"Kan ikke laste opp: {e.Message}");
            return ExitCode.Usage;
        }
    }
}
