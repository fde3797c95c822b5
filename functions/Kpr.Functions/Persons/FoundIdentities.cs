namespace Kpr.Functions.Persons;

/// <summary>What the identity part tells of persons in question, to find what lies elsewhere without key or number.</summary>
/// <param name="WithoutKey">Marks of rows that have no person key, by folder in the register, delivery and ordinal.</param>
/// <param name="Records">Of deleted persons, the sender's own ids where these stand in files without numbers (KPR_IPL), by folder and sender.</param>
public sealed record FoundIdentities(
    IReadOnlyDictionary<(string Folder, string Delivery, long Ordinal), string> WithoutKey,
    IReadOnlySet<(string Folder, string Sender, Guid Id)> Records)
{
    /// <summary>Nothing.</summary>
    public static FoundIdentities None { get; } = new(new Dictionary<(string, string, long), string>(), new HashSet<(string, string, Guid)>());
}
