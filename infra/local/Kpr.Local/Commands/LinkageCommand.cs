using System.CommandLine;
using Kpr.Core.Receipts;
using Kpr.Local.Linking;

namespace Kpr.Local.Commands;

/// <summary>
/// <c>kpr linkage keys|link</c>: issues serial numbers (løpenumre) to the sources of a linkage, and joins what they deliver under them, without any server
/// (docs/adr/0027).
/// </summary>
internal static class LinkageCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output) => new("linkage", "Kobling: utsted løpenumre til kildene, og koble det de leverer.") { Keys(output), Link(output) };

    private static Command Keys(CommandOutput output)
    {
        var list = new Argument<string>("LIST") { Description = "Personene: et identitetsnummer på hver linje." };
        var linkage = new Option<string>("--case") { Required = true, Description = "Saken." };
        var batch = new Option<string>("--batch") { Required = true, Description = "Navn på utstedelsen; aldri brukt før i saken." };
        var sources = new Option<string[]>("--source") { Required = true, Description = "En kilde: bestillingens id, for eksempel npr-1. Kan gjentas." };
        var folder = new Option<string>("--out") { Required = true, Description = "Mappe for nøkkelfiler (keys) og koblerens kart (maps)." };
        var command = new Command("keys", "Lag en nøkkelfil til hver kilde, og et kart til den som kobler. Hemmeligheten bak dem blir ikke tatt vare på.") { list, linkage, batch, sources, folder };
        command.SetAction(parsed => Guarded(output, () => IssuedKeys.Write(
            parsed.GetRequiredValue(list), new LinkageSheet(parsed.GetRequiredValue(linkage), parsed.GetRequiredValue(batch), [.. parsed.GetRequiredValue(sources).Distinct(StringComparer.Ordinal)]),
            parsed.GetRequiredValue(folder), output)));
        return command;
    }

    private static Command Link(CommandOutput output)
    {
        var issued = new Argument<string>("DIR") { Description = "Mappen fra kpr linkage keys." };
        var deliveries = new Option<string>("--deliveries") { Required = true, Description = "Mappe med en mappe for hver kilde: manifest.json og filene det nevner." };
        var folder = new Option<string>("--out") { Required = true, Description = "Mappe for de koblede tabellene." };
        var command = new Command("link", "Bytt kildenes løpenumre med prosjektets nøkler. Avslutningskode 1 når noe ble holdt tilbake, eller en kilde mangler.") { issued, deliveries, folder };
        command.SetAction(parsed => Guarded(output, () => LinkedFiles.Write(parsed.GetRequiredValue(issued), parsed.GetRequiredValue(deliveries), parsed.GetRequiredValue(folder), output)));
        return command;
    }

    private static int Guarded(CommandOutput output, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            output.Error.WriteLine($"Finnes ikke: {FileName.Shown((e as FileNotFoundException)?.FileName ?? "mappen")}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Error.WriteLine($"Kan ikke lese eller skrive: {e.GetType().Name}");
        }

        return ExitCode.Usage;
    }
}
