using Kpr.Benchmarks.Files;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Register;
using Kpr.Core.Rules;
using Kpr.Local.Checking;
using Kpr.Local.Generation;
using Kpr.Local.Generation.Kuhr;

namespace Kpr.Benchmarks.Segments;

/// <summary>Rows of claims as the register stores them: a generated month from KUHR, read and written by the layout, a chunk at a time.</summary>
/// <param name="claims">Number of claims.</param>
internal sealed class StoredClaims(int claims)
{
    /// <summary>Records of a chunk, as the intake cuts them.</summary>
    public const int ChunkLength = 5_000;

    /// <summary>The month of the claims.</summary>
    public static DateOnly Month { get; } = new(GenerateOptions.UsualDay.Year, GenerateOptions.UsualDay.Month - 1, 1);

    /// <summary>The rows, chunk by chunk; each in the form that they have until they are written.</summary>
    public IEnumerable<List<SegmentRow>> Chunks()
    {
        var folder = Folder();
        var layout = new ClaimsLayout();
        using var persons = new PersonKeyDerivation(new byte[PersonKeyDerivation.SecretLength]);
        using var manifest = File.OpenRead(Path.Combine(folder, "manifest.json"));
        using var source = SourceContent.Open(manifest, new SourceLimits(), new FolderParts(folder, TextWriter.Null, CancellationToken.None));
        using var reader = Feeds.Find("kuhr-delivery")!.Open(source, new SourceLimits());
        var chunk = new List<SegmentRow>();
        while (reader.Read())
        {
            var claim = (PersonRecord)reader.Record;
            var values = new string?[layout.Columns.Count];
            layout.Write(claim, values);
            var key = persons.TryDerive(claim.IdentityType, claim.IdentityNumber, out var person) ? person.ToString() : "";
            chunk.Add(new SegmentRow(claim.Ordinal, key, values));
            if (chunk.Count == ChunkLength)
            {
                yield return chunk;
                chunk = [];
            }
        }
    }

    private string Folder()
    {
        var folder = Path.Combine(BenchmarkFiles.Folder, $"stored-claims-{claims}");
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"making {folder}");
            var options = new GenerateOptions(SetSize.Find("national"), 1, 0, folder + ".part", GenerateOptions.UsualDay, KprEnvironment.Test);
            new KuhrGenerator(options).Write(1, claims, 0, 0);
            Directory.Move(folder + ".part", folder);
        }

        return Path.GetDirectoryName(Directory.EnumerateFiles(folder, "manifest.json", SearchOption.AllDirectories).Single())!;
    }
}
