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
    private readonly Lock _gate = new();
    private (DateTime Written, KeyRing Ring)? _known;

    /// <inheritdoc/>
    /// <remarks>The file is looked at each time: another process may have added a key, and what it seals must be opened here.</remarks>
    /// <exception cref="InvalidOperationException">The file is missing or not a key file.</exception>
    public ValueTask<KeyRing> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var written = File.GetLastWriteTimeUtc(options.Value.File);
            if (_known is not { } known || known.Written != written)
            {
                _known = known = (written, Load(options.Value.File));
            }

            return ValueTask.FromResult(known.Ring);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">Another process is at it, or the file cannot be written.</exception>
    public Task<int> RotateAsync(CancellationToken cancellationToken)
    {
        var path = options.Value.File;
        using var alone = new FileStream($"{path}.rotating", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        var ring = Load(path);
        var version = ring.Keys.Keys.Max() + 1;
        var keys = new Dictionary<int, byte[]>(ring.Keys) { [version] = RandomNumberGenerator.GetBytes(KeyRing.KeyLength) };
        Write(path, new KeyFileForm(version, keys, ring.PersonSecret), overwrite: true);
        return Task.FromResult(version);
    }

    /// <summary>Makes a file with new keys; never in place of another.</summary>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Write(
            path,
            new KeyFileForm(1, new Dictionary<int, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeyRing.KeyLength) }, RandomNumberGenerator.GetBytes(KeyRing.KeyLength)),
            overwrite: false);
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

    // Written aside and moved: a file that is there is whole, also when the process dies in between.
    private static void Write(string path, KeyFileForm form, bool overwrite)
    {
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
            File.Move(aside, path, overwrite);
        }
        catch (IOException)
        {
            File.Delete(aside);
            throw;
        }
    }

    private sealed record KeyFileForm(int Current, Dictionary<int, byte[]> Keys, byte[] PersonSecret);
}
