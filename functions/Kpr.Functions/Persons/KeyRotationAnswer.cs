namespace Kpr.Functions.Persons;

/// <summary>What a call for new keys has done.</summary>
/// <param name="Version">Version of the new key; 0 when there is no change of keys under way.</param>
/// <param name="State">How far it is.</param>
/// <param name="Resealed">Number of things that this call sealed anew.</param>
public sealed record KeyRotationAnswer(int Version, KeyRotationState State, long Resealed)
{
    /// <summary>Places of what cannot be opened, and so stays as it is: changed since it was sealed, or sealed under a key that is lost.</summary>
    public IReadOnlyList<string> Damaged { get; init; } = [];
}
