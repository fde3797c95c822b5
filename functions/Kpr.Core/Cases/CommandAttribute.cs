namespace Kpr.Core.Cases;

/// <summary>Name of a command in the HTTP interface and in plays, and its label.</summary>
/// <param name="name">For example <c>declare-complete</c>.</param>
/// <param name="norwegian">Label in bokmål.</param>
/// <param name="english">Label in English.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CommandAttribute(string name, string norwegian, string english) : Attribute
{
    /// <summary>The name.</summary>
    public string Name => name;

    /// <summary>Label in bokmål.</summary>
    public string Norwegian => norwegian;

    /// <summary>Label in English.</summary>
    public string English => english;
}
