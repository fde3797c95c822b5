namespace Kpr.Functions.Tests.Crash;

/// <summary>A clock that stands still until it is moved; far enough ahead that every blob in storage is older.</summary>
internal sealed class FrozenTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2031, 6, 2, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Start;
}
