using System.Security.Cryptography;
using System.Text.Json;
using Kpr.Core.Sealing;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Azure;

/// <summary>
/// The key ring in a file that only its owner can read (mode 600): the stand-in for Key Vault on one machine.
/// </summary>
/// <param name="options">Where the file is.</param>
public sealed class KeyRingFile(IOptions<KeyOptions> options) : IKeyRingSource
{
    private readonly Lazy<KeyRing> _keys = new(() => Load(options.Value.File));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file is missing or not a key file.</exception>
    public ValueTask<KeyRing> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_keys.Value);

    /// <summary>Makes a file with new keys; never in place of another.</summary>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static void Create(string path)
    {
        var form = new KeyFileForm(
            1, new Dictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeyRing.KeyLength) }, RandomNumberGenerator.GetBytes(KeyRing.KeyLength));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);

        // Written aside and moved: a file that is there is whole, also when the process dies in between.
        var aside = $"{path}.{Path.GetRandomFileName()}";
        var open = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(aside, open))
        {
            JsonSerializer.Serialize(file, form);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException)
        {
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>Reads a key file.</summary>
    /// <exception cref="InvalidOperationException">The file is missing or not a key file.</exception>
    public static KeyRing Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidOperationException($"The key file {path} is missing. Without it nothing sealed can be opened; restore it, or begin afresh with empty data.");
        }

        KeyFileForm? form = null;
        try
        {
            form = JsonSerializer.Deserialize<KeyFileForm>(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            // Said below, without the content.
        }

        return form is { Keys: not null, PersonSecret.Length: KeyRing.KeyLength }
            && form.Keys.ContainsKey(form.Current) && form.Keys.Values.All(key => key.Length == KeyRing.KeyLength)
            ? new KeyRing(form.Current, form.Keys, form.PersonSecret)
            : throw new InvalidOperationException($"The file {path} is not a key file.");
    }

    private sealed record KeyFileForm(int Current, Dictionary<int, byte[]> Keys, byte[] PersonSecret);
}
