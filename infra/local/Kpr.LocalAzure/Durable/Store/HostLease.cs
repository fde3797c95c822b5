namespace Kpr.LocalAzure.Durable;

/// <summary>
/// Says which hosts on a file are alive: each holds a lock of the operating system on a file of its own. The system
/// lets go of it however the process ends, so what a dead host had claimed is free at once, and what a slow one has is not.
/// </summary>
internal sealed class HostLease : IDisposable
{
    // Younger ones may be of a host that is just about to lock its own.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    private readonly string _stateFile;
    private readonly FileStream _lock;

    public HostLease(string stateFile)
    {
        _stateFile = stateFile;
        RemoveLeftOver();
        _lock = new FileStream(PathOf(Owner), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
    }

    /// <summary>What this host claims things by.</summary>
    public string Owner { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Whether another host lives; what a dead one left behind is removed.</summary>
    public bool IsAlive(string owner)
    {
        try
        {
            using var probe = new FileStream(PathOf(owner), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>Removes the files of hosts that were killed when they had claimed nothing.</summary>
    private void RemoveLeftOver()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_stateFile)!, Path.GetFileName(_stateFile) + ".*.host"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Young)
            {
                IsAlive(file[(_stateFile.Length + 1)..^".host".Length]);
            }
        }
    }

    private string PathOf(string owner) => $"{_stateFile}.{owner}.host";
}
