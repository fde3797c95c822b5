using System.Text.Json;

namespace Kpr.Local.Linking;

/// <summary>What a batch of serial numbers was issued for: <c>linkage.json</c> beside the files.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Batch">Id of the batch.</param>
/// <param name="Sources">Ids of the sources.</param>
internal sealed record LinkageSheet(string Case, string Batch, IReadOnlyList<string> Sources)
{
    private const string Name = "linkage.json";

    /// <summary>Reads that of a folder; null for what is none.</summary>
    public static LinkageSheet? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, Name)), LinkageSheetJson.Default.LinkageSheet) is { Case: not null, Batch: not null, Sources.Count: > 0 } sheet ? sheet : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether ids can be names of files and be hashed.</summary>
    public bool IsPossible() => Sources.Append(Case).Append(Batch).All(id => id.Length is > 0 and <= 60 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));

    /// <summary>Writes it.</summary>
    public void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, Name), JsonSerializer.SerializeToUtf8Bytes(this, LinkageSheetJson.Default.LinkageSheet));
}
