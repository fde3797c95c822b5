using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kpr.Core.Catalogue.Loading;

/// <summary>What a set of reference data consists of. A table that it does not name is that of this program.</summary>
/// <param name="FormatVersion">1.</param>
/// <param name="Label">The operator's name for the set: up to 40 letters, digits, blanks and . _ -</param>
/// <param name="ValidFrom">First day on which files received are judged by the set.</param>
/// <param name="Files">The tables.</param>
public sealed partial record ReferenceManifest(int FormatVersion, string Label, DateOnly ValidFrom, IReadOnlyList<ReferenceManifest.Entry> Files)
{
    /// <summary>Name of the manifest's own file.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The form that this program reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>A table that the set brings.</summary>
    /// <param name="Name">File name, one of <see cref="ReferenceTables"/>.</param>
    /// <param name="Sha256">SHA-256 of the file, 64 hexadecimal digits.</param>
    public sealed record Entry(string Name, string Sha256);

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="faults">Takes what is wrong with it.</param>
    /// <returns>The manifest; null when anything is wrong.</returns>
    public static ReferenceManifest? Parse(ReadOnlySpan<byte> json, List<ReferenceFault> faults)
    {
        var before = faults.Count;
        try
        {
            var content = json.StartsWith("\uFEFF"u8) ? json["\uFEFF"u8.Length..] : json;
            if (JsonSerializer.Deserialize(content, ReferenceManifestJson.Default.ReferenceManifest) is { } manifest)
            {
                manifest.Check(message => faults.Add(new ReferenceFault(FileName, null, null, message)));
                return faults.Count == before ? manifest : null;
            }

            faults.Add(new ReferenceFault(FileName, null, null, "Manifestet er tomt."));
        }
        catch (JsonException e)
        {
            faults.Add(new ReferenceFault(FileName, e.LineNumber is { } line ? (int)line + 1 : null, null, $"Manifestet kan ikke leses: {e.Message}"));
        }

        return null;
    }

    /// <summary>The manifest as JSON, indented, ended by a line feed.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, ReferenceManifestJson.Default.ReferenceManifest), (byte)'\n'];

    [GeneratedRegex(@"^[0-9A-Za-zÆØÅæøå](?:[0-9A-Za-zÆØÅæøå ._-]{0,38}[0-9A-Za-zÆØÅæøå._-])?\z")]
    private static partial Regex LabelForm();

    [GeneratedRegex("^[0-9a-fA-F]{64}\\z")]
    private static partial Regex HashForm();

    private void Check(Action<string> fault)
    {
        if (FormatVersion != CurrentFormat) fault($"formatVersion er {FormatVersion}; programmet leser {CurrentFormat}.");
        if (!LabelForm().IsMatch(Label)) fault("label skal være 1 til 40 bokstaver, sifre, mellomrom og tegnene . _ -");
        foreach (var file in Files)
        {
            if (ReferenceTables.Find(file.Name) is null) fault($"{file.Name} er ikke en tabell som programmet kjenner.");
            if (!HashForm().IsMatch(file.Sha256)) fault($"sha256 for {file.Name} er ikke 64 heksadesimale sifre.");
        }

        foreach (var twice in Files.GroupBy(file => file.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            fault($"{twice.Key} er nevnt flere ganger.");
    }
}
