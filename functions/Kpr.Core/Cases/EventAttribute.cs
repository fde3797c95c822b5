namespace Kpr.Core.Cases;

/// <summary>Name and version of an event as it is stored, and its line in the timeline.</summary>
/// <param name="name">Stored name, for example <c>declared-complete</c>. Never changes.</param>
/// <param name="norwegian">What happened, in bokmål.</param>
/// <param name="english">What happened, in English.</param>
/// <param name="version">Version of the event's form; a new form is a new record with the next number.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventAttribute(string name, string norwegian, string english, int version = 1) : Attribute
{
    /// <summary>Stored name.</summary>
    public string Name => name;

    /// <summary>Version of the event's form.</summary>
    public int Version => version;

    /// <summary>What happened, in bokmål.</summary>
    public string Norwegian => norwegian;

    /// <summary>What happened, in English.</summary>
    public string English => english;
}
