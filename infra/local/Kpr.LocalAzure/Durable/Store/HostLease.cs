namespace Kpr.LocalAzure.Durable;

/// <summary>
/// Says which hosts on a file are alive: each holds a lock of the operating system on a file of its own. The system
/// lets go of it however the process ends, so what a dead host had claimed is free at once, and what a slow one has is not.
/// </summary>
internal sealed class HostLease : IDisposable
{
    private readonly string _stateFile;
    private readonly FileStream _lock;

    public HostLease(string stateFile)
    {
        _stateFile = stateFile;
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

    private string PathOf(string owner) => $"{_stateFile}.{owner}.host";
}
