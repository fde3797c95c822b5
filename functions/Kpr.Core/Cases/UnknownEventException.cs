namespace Kpr.Core.Cases;

/// <summary>A stored event that this version of KPR cannot read: a newer version wrote it, or the store is damaged. Nothing may be decided on such a stream.</summary>
/// <param name="name">Name of the event.</param>
/// <param name="version">Its version.</param>
/// <param name="known">The versions of that name that are known; empty when the name is not.</param>
public sealed class UnknownEventException(string name, int version, IReadOnlyList<int> known) : Exception(
    known.Count == 0
        ? $"The stored event '{name}' is not known to this version of KPR. Was it written by a newer one?"
        : $"The stored event '{name}' has version {version}; this version of KPR knows {string.Join(", ", known)}. Was it written by a newer one?")
{
    /// <summary>Name of the event.</summary>
    public string Name => name;

    /// <summary>Its version.</summary>
    public int Version => version;
}
