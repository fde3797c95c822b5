namespace Kpr.Functions.Applications.Notices;

/// <summary>What came of sending.</summary>
/// <param name="Reason">Why it failed: kinds and numbers only; null when it was taken.</param>
/// <param name="Permanent">Whether trying again is no use.</param>
/// <param name="After">How long the receiver asked to be left in peace.</param>
public sealed record SendAnswer(string? Reason, bool Permanent = false, TimeSpan? After = null)
{
    /// <summary>It was taken.</summary>
    public static SendAnswer Taken { get; } = new((string?)null);

    /// <summary>Whether it was taken.</summary>
    public bool IsTaken => Reason is null;
}
