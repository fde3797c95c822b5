namespace Kpr.Local.Playing;

/// <summary>The time of this machine, moved so that it begins at a chosen moment.</summary>
/// <param name="start">The moment.</param>
internal sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - System.GetUtcNow();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
