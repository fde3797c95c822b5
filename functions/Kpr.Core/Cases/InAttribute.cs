namespace Kpr.Core.Cases;

/// <summary>The phases in which a command of the case may be given. Without it, any phase of a case that exists and is not over.</summary>
/// <param name="phases">The phases.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InAttribute(params Phase[] phases) : Attribute
{
    /// <summary>The phases.</summary>
    public IReadOnlyList<Phase> Phases => phases;
}
