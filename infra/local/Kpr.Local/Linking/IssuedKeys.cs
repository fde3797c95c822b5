using System.Security.Cryptography;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Identity;
using Kpr.Core.Linking;
using Kpr.Core.Persons;

namespace Kpr.Local.Linking;

/// <summary>Issues serial numbers: a key file for each source, a map for the linker. What they were made with is forgotten.</summary>
internal static class IssuedKeys
{
    /// <summary>Writes them.</summary>
    /// <returns>The exit code: 1 when a line was no identity number.</returns>
    public static int Write(string list, LinkageSheet sheet, string folder, CommandOutput output)
    {
        if (!sheet.IsPossible())
        {
            output.Error.WriteLine("Sak, utstedelse og kilder er bokstaver, sifre og bindestrek, høyst 60 tegn.");
            return ExitCode.Usage;
        }

        using var marks = new PersonMarks(RandomNumberGenerator.GetBytes(PersonKeyDerivation.SecretLength));
        var population = new List<(PersonKey Person, NationalId Number)>();
        var wrong = 0L;
        foreach (var line in File.ReadLines(list).Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (marks.KeyOf(line) is { } key)
            {
                population.Add((key, new NationalId(line)));
            }
            else
            {
                wrong++;
            }
        }

        if (population.Count == 0)
        {
            output.Error.WriteLine("Listen har ingen identitetsnumre.");
            return ExitCode.Usage;
        }

        var secret = BatchSecret.Draw(sheet.Case, sheet.Batch);
        using var project = new ProjectKeys(ProjectSecret.Draw(sheet.Case));
        foreach (var source in sheet.Sources)
        {
            using var serials = new SerialNumbers(secret, source);
            using (var keys = PrivateFile.Create(Path.Combine(folder, "keys", $"{source}.csv")))
            using (var scratch = PrivateFile.Scratch(folder))
            {
                KeyFile.Write(serials, population, keys, scratch);
            }

            using var map = PrivateFile.Create(Path.Combine(folder, "maps", $"{source}.map"));
            using var sorting = PrivateFile.Scratch(folder);
            LinkerKeys.Write(serials, population.Select(one => one.Person), person => project.OfPerson(person).ToString(), map, sorting);
        }

        secret.Destroy();
        sheet.Write(folder);
        output.Out.WriteLine($"{population.Select(one => one.Person).Distinct().Count()} personer, {wrong} linjer uten identitetsnummer, {sheet.Sources.Count} kilder");
        return wrong == 0 ? ExitCode.Good : ExitCode.JudgedBad;
    }
}
