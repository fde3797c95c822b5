using System.Text.Json;

namespace Kpr.Local.Running;

/// <summary>What a running system tells other commands: where it can be reached.</summary>
/// <param name="Http">Address of the HTTP functions.</param>
/// <param name="Accounts">Connection strings of the storage accounts by setting.</param>
internal sealed record RunFile(string Http, IReadOnlyDictionary<string, string> Accounts)
{
    /// <summary>Name of the state folder below the folder that kpr is run in.</summary>
    public const string StateFolder = ".kpr";

    private const string Name = "run.json";

    /// <summary>Connection string of the account that files land in.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Landing => Accounts["Landing"];

    /// <summary>Tells of a running system.</summary>
    public void Write(string folder)
    {
        // Whole or not at all: others look while it is written.
        var path = Path.Combine(folder, Name);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(this));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The running system; null when none was started here.</summary>
    public static RunFile? Find(string folder)
    {
        var path = Path.Combine(folder, Name);
        return File.Exists(path) ? JsonSerializer.Deserialize<RunFile>(File.ReadAllText(path)) : null;
    }

    /// <summary>Tells that the system has stopped.</summary>
    public static void Delete(string folder) => File.Delete(Path.Combine(folder, Name));
}
