namespace Kpr.Functions.Persons;

/// <summary>How far a change of keys is.</summary>
public enum KeyRotationState
{
    /// <summary>There is none under way.</summary>
    None,

    /// <summary>The new key is there and does not seal yet: not every host can know it. Ask again in a quarter of an hour; the timer does.</summary>
    Waiting,

    /// <summary>Nothing is sealed under an older key any more.</summary>
    Done,
}
