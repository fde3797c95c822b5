using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Receipts;
using Kpr.Local.Linking;

namespace Kpr.Local.Commands;

/// <summary>
/// <c>kpr linkage keys|link|seal</c>: issues serial numbers (løpenumre) to the sources of a linkage, joins what they deliver under them, and encrypts what came of it to the applicant;
/// without any server, or with files as the server hands them out (docs/adr/0027).
/// </summary>
internal static class LinkageCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output) => new("linkage", "Kobling: utsted løpenumre til kildene, og koble det de leverer.") { Keys(output), Link(output), Seal(output) };

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
        var issued = new Argument<string>("DIR") { Description = "Mappen fra kpr linkage keys, eller linkage.json og maps fra registeret." };
        var deliveries = new Option<string>("--deliveries") { Required = true, Description = "Mappe med en mappe for hver kilde: source.json og filene det nevner." };
        var folder = new Option<string>("--out") { Required = true, Description = "Mappe for de koblede tabellene." };
        var key = new Option<string?>("--key") { Description = $"Koblerens private nøkkel (PEM), som filer på .p7m åpnes med. De åpnes i minnet: høyst {EnvelopedFolder.MostBytes >> 20} MiB hver." };
        var certificate = new Option<string?>("--certificate") { Description = "Koblerens sertifikat (PEM)." };
        var command = new Command("link", "Bytt kildenes løpenumre med prosjektets nøkler. Avslutningskode 1 når noe ble holdt tilbake, eller en kilde mangler.") { issued, deliveries, folder, key, certificate };
        command.SetAction(parsed => Guarded(output, () =>
        {
            using var opener = Opener(parsed.GetValue(key), parsed.GetValue(certificate));
            return LinkedFiles.Write(parsed.GetRequiredValue(issued), parsed.GetRequiredValue(deliveries), parsed.GetRequiredValue(folder), opener, output);
        }));
        return command;
    }

    private static Command Seal(CommandOutput output)
    {
        var linked = new Argument<string>("DIR") { Description = "Mappen med koblede tabeller fra kpr linkage link." };
        var certificate = new Option<string>("--certificate") { Required = true, Description = "Søkerens sertifikat (PEM eller DER)." };
        var folder = new Option<string>("--out") { Required = true, Description = "Mappe for de krypterte filene." };
        var command = new Command("seal", "Krypter de koblede tabellene til søkeren, så de kan lastes opp som resultat.") { linked, certificate, folder };
        command.SetAction((parsed, cancellationToken) => GuardedAsync(output, () => ForRecipient.WriteAsync(
            parsed.GetRequiredValue(linked), parsed.GetRequiredValue(certificate), parsed.GetRequiredValue(folder), TimeProvider.System, output, cancellationToken)));
        return command;
    }

    private static X509Certificate2? Opener(string? key, string? certificate)
    {
        if (key is null && certificate is null)
        {
            return null;
        }

        if (key is null || certificate is null)
        {
            throw new UnopenedFileException("--key og --certificate hører sammen.");
        }

        try
        {
            return X509Certificate2.CreateFromPemFile(certificate, key);
        }
        catch (CryptographicException)
        {
            throw new UnopenedFileException("Nøkkel og sertifikat kan ikke leses som PEM uten passord, eller hører ikke sammen.");
        }
    }

    private static int Guarded(CommandOutput output, Func<int> run) => GuardedAsync(output, () => Task.FromResult(run())).GetAwaiter().GetResult();

    private static async Task<int> GuardedAsync(CommandOutput output, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (UnopenedFileException e)
        {
            output.Error.WriteLine(e.Message);
        }
        catch (InvalidDataException)
        {
            output.Error.WriteLine("Et nøkkelkart er skadet, eller er ikke et nøkkelkart.");
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
