namespace Kpr.Local.Generation.SchoolHealth;

/// <summary>What the register knows of a child from the consultations of one file that it has taken.</summary>
internal sealed class ChildState
{
    /// <summary>Whether it knows number and local number of the child, so that others contradict them (I18, I19).</summary>
    public bool IsKnown { get; set; }
}
