using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Kpr.LocalAzure.Azurite;

/// <summary>The pinned Azurite, installed with npm the first time it is needed on a machine.</summary>
/// <remarks>
/// In a source tree it lives in <c>infra/local/azurite/node_modules</c>; without one, in a cache folder of the user.
/// Several processes may ask at once: one installs, the others wait for it.
/// </remarks>
public sealed class AzuriteInstallation
{
    private const string SourceFolder = "infra/local/azurite";
    private const string Marker = "node_modules/.installed";
    private static readonly string[] SourceFiles = ["package.json", "package-lock.json", ".npmrc", "start.mjs"];

    private AzuriteInstallation(string folder) => Folder = folder;

    /// <summary>The folder that holds <c>start.mjs</c> and <c>node_modules</c>.</summary>
    public string Folder { get; }

    /// <summary>The script that runs Azurite until its standard input ends.</summary>
    public string StartScript => Path.Combine(Folder, "start.mjs");

    /// <summary>Makes sure that Azurite is installed; returns at once when it is.</summary>
    /// <param name="progress">Told in a sentence when an installation starts; it takes about 15 seconds.</param>
    /// <param name="cancellationToken">Stops waiting or installing; the next call repairs what was left half done.</param>
    /// <exception cref="AzuriteUnavailableException">Node.js or npm is missing, or npm failed.</exception>
    public static Task<AzuriteInstallation> EnsureAsync(Action<string>? progress = null, CancellationToken cancellationToken = default) =>
        EnsureAsync(FindSourceFolder() ?? CacheFolder(), progress, cancellationToken);

    internal static async Task<AzuriteInstallation> EnsureAsync(string folder, Action<string>? progress, CancellationToken cancellationToken)
    {
        var installation = new AzuriteInstallation(folder);
        if (installation.IsComplete())
        {
            return installation;
        }

        await using (await LockAsync(Path.Combine(folder, ".install.lock"), cancellationToken))
        {
            if (!installation.IsComplete())
            {
                progress?.Invoke("Installing Azurite with npm, once on this machine.");
                await NpmCiAsync(folder, cancellationToken);
                Directory.CreateDirectory(Path.Combine(folder, "node_modules"));
                await File.WriteAllTextAsync(Path.Combine(folder, Marker), installation.LockHash(), cancellationToken);
            }
        }

        return installation;
    }

    /// <summary>Writes the pinned package files, kept inside this assembly, into a folder.</summary>
    internal static void WriteSources(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in SourceFiles)
        {
            using var source = EmbeddedSource(name);
            var text = new StreamReader(source).ReadToEnd();
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || File.ReadAllText(path) != text)
            {
                // Written aside and moved, so that a process reading it at the same time sees a whole file.
                var aside = $"{path}.{Environment.ProcessId}";
                File.WriteAllText(aside, text);
                File.Move(aside, path, overwrite: true);
            }
        }
    }

    // The marker is written last and names the lock file: a broken-off installation or another version has no valid one.
    private bool IsComplete()
    {
        var marker = Path.Combine(Folder, Marker);
        return File.Exists(marker) && File.ReadAllText(marker) == LockHash();
    }

    private string LockHash() => Hash(File.ReadAllBytes(Path.Combine(Folder, "package-lock.json")));

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static Stream EmbeddedSource(string name) =>
        typeof(AzuriteInstallation).Assembly.GetManifestResourceStream($"azurite/{name}")
        ?? throw new InvalidOperationException($"The assembly lacks azurite/{name}.");

    private static string? FindSourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, SourceFolder);
            if (File.Exists(Path.Combine(candidate, "package-lock.json")))
            {
                return candidate;
            }
        }

        return null;
    }

    private static string CacheFolder()
    {
        using var lockFile = new MemoryStream();
        using (var source = EmbeddedSource("package-lock.json"))
        {
            source.CopyTo(lockFile);
        }

        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var folder = Path.Combine(user, "kpr", "azurite-" + Hash(lockFile.ToArray())[..12]);
        WriteSources(folder);
        return folder;
    }

    // An exclusively opened file is released by the operating system when its holder dies, however it dies.
    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    private static async Task NpmCiAsync(string folder, CancellationToken cancellationToken)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", "npm", "ci"]) // npm is a command file there
            : new ProcessStartInfo("npm", ["ci"]);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;

        using var npm = Start(start);
        var output = new StringBuilder();
        npm.OutputDataReceived += (_, line) => Append(output, line.Data);
        npm.ErrorDataReceived += (_, line) => Append(output, line.Data);
        npm.BeginOutputReadLine();
        npm.BeginErrorReadLine();
        try
        {
            await npm.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }

        if (npm.ExitCode != 0)
        {
            throw new AzuriteUnavailableException($"'npm ci' in {folder} ended with code {npm.ExitCode}:{Environment.NewLine}{output}");
        }
    }

    internal static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new AzuriteUnavailableException($"'{start.FileName}' did not start.");
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteUnavailableException(
                $"'{start.FileName}' was not found. The storage emulator Azurite needs Node.js 20 or later with npm on the path: install it from your package manager.", missing);
        }
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
