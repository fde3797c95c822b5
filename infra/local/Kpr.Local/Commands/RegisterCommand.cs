using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Kpr.Core.Formats;
using Kpr.Core.Register;
using Kpr.Functions.Register;
using Kpr.Local.Running;

namespace Kpr.Local.Commands;

/// <summary><c>kpr register</c>: what the register holds, and whether it is as it was written.</summary>
internal static class RegisterCommand
{
    private const string Actor = "kpr";

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output) =>
        new("register", "Registeret: hva partisjonene holder, og om alt er som det ble skrevet.") { Stats(output), Show(output), Verify(output), DisclosuresCommand.Create(output) };

    private static Option<bool> Json(string what) => new("--json") { Description = what };

    private static Command Stats(CommandOutput output)
    {
        var (state, json) = (StateOption.Create(), Json("Ett JSON-objekt for hver partisjon, og til slutt ett for alle (partition er null)."));
        var command = new Command("stats", "Poster og personer i hver partisjon. En person som har byttet nummer, telles én gang.") { state, json };
        command.SetAction((parsed, cancellation) => StateOption.WithAsync(
            parsed.GetRequiredValue(state), output,
            async data =>
            {
                await foreach (var figures in data.Get<ReadPartitions>().CountAsync(Actor, cancellation))
                {
                    await output.Out.WriteLineAsync(parsed.GetValue(json) ? JsonSerializer.Serialize(figures, CamelCase) : Text(figures));
                }

                return ExitCode.Good;
            },
            cancellation));
        return command;
    }

    private static string Text(PartitionFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{figures.Partition ?? "Til sammen"}: {figures.Rows} poster, {figures.Persons} personer, {figures.WithoutKey} uten personnøkkel; {figures.Segments} segmenter, {figures.Superseded} erstattet");

    private static Command Show(CommandOutput output)
    {
        var partition = new Argument<string>("PARTITION") { HelpName = "PARTITION", Description = "Partisjonen, for eksempel care-events/2026/0301." };
        var rows = new Option<int>("--rows") { HelpName = "N", DefaultValueFactory = _ => 0, Description = "Vis også de første N postene. Leses de, står det i leseloggen." };
        rows.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var count) || count < 0))
            {
                result.AddError("--rows er et antall.");
            }
        });
        var (state, json) = (StateOption.Create(), Json("Manifestet som ett JSON-objekt, deretter ett for hver post."));
        var command = new Command("show", "Manifestet til en partisjon: segmentene som teller, og de som er erstattet.") { partition, rows, state, json };
        command.SetAction((parsed, cancellation) => StateOption.WithAsync(
            parsed.GetRequiredValue(state), output,
            data => ShowAsync(data, parsed.GetRequiredValue(partition).Trim('/'), parsed.GetValue(rows), parsed.GetValue(json), output, cancellation), cancellation));
        return command;
    }

    private static async Task<int> ShowAsync(LocalState data, string partition, int count, bool json, CommandOutput output, CancellationToken cancellation)
    {
        PartitionManifest? manifest;
        try
        {
            manifest = await data.Get<RegisterStore>().FindManifestAsync(partition, cancellation);
        }
        catch (JsonException)
        {
            await output.Error.WriteLineAsync($"register/{partition}/manifest.json: Manifestet kan ikke leses.");
            return ExitCode.JudgedBad;
        }

        if (manifest is null)
        {
            await output.Error.WriteLineAsync($"Registeret har ingen partisjon {partition}. Se kpr register stats.");
            return ExitCode.Usage;
        }

        await (json ? output.Out.WriteLineAsync(JsonSerializer.Serialize(manifest, CamelCase)) : WriteAsync(manifest, output));
        if (count == 0)
        {
            return ExitCode.Good;
        }

        var layout = Feeds.All.First(feed => feed.Layout.Folder == partition[..partition.IndexOf('/', StringComparison.Ordinal)]).Layout;
        string[] columns = ["ordinal", "personKey", .. layout.Columns.Select(column => column.Name)];
        foreach (var row in await data.Get<ReadPartitions>().FirstRowsAsync(manifest, count, Actor, cancellation))
        {
            var values = columns.Zip((string?[])[row.Ordinal.ToString(CultureInfo.InvariantCulture), row.PersonKey, .. row.Values]).Where(pair => !string.IsNullOrEmpty(pair.Second));
            await output.Out.WriteLineAsync(json
                ? JsonSerializer.Serialize(values.ToDictionary(pair => pair.First, pair => pair.Second), CamelCase)
                : string.Join("  ", values.Select(pair => $"{pair.First}={pair.Second}")));
        }

        return ExitCode.Good;
    }

    private static async Task WriteAsync(PartitionManifest manifest, CommandOutput output)
    {
        await output.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{manifest.Partition}: {manifest.Rows} poster i {manifest.Segments.Count} segmenter"));
        foreach (var segment in manifest.All)
        {
            await output.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"  {segment.Name}  {segment.Rows} poster  fra {segment.Sender}  {segment.ReceivedAt:yyyy-MM-dd HH:mm:ss}Z  sha256 {segment.Sha256}{(manifest.Segments.Contains(segment) ? "" : "  erstattet")}"));
        }
    }

    private static Command Verify(CommandOutput output)
    {
        var (state, json) = (StateOption.Create(), Json("Ett JSON-objekt for hver feil, og til slutt {verified, faults}."));
        var command = new Command("verify", "Kontroller manifester, summer og hashkjeder. 1 når noe ikke stemmer, med stedet.") { state, json };
        command.SetAction((parsed, cancellation) => StateOption.WithAsync(
            parsed.GetRequiredValue(state), output,
            async data =>
            {
                var (verify, faults) = (data.Get<VerifyRegister>(), 0);
                await foreach (var fault in verify.RunAsync(cancellation))
                {
                    faults++;
                    await output.Out.WriteLineAsync(parsed.GetValue(json) ? JsonSerializer.Serialize(fault, CamelCase) : AuditCommand.Text(fault));
                }

                await output.Out.WriteLineAsync(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(new { verified = verify.Verified, faults })
                    : faults == 0 ? $"Alt stemmer: {verify.Verified} ting kontrollert." : $"{faults} feil i {verify.Verified} ting.");
                return faults == 0 ? ExitCode.Good : ExitCode.JudgedBad;
            },
            cancellation));
        return command;
    }
}
