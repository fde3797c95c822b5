namespace Kpr.Core.Rules;

/// <summary>A group rule at work on one file.</summary>
public abstract class GroupSession
{
    /// <summary>Takes the next fact: facts of one key follow each other, by role and then in document order.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="firstOfKey">True when a new key begins: what was remembered of the last one is void.</param>
    public abstract void Next(in Fact fact, bool firstOfKey);
}
