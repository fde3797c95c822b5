namespace Kpr.Core.Formats;

/// <summary>A total that a message states of its own records (rule F17).</summary>
/// <param name="Field">Name of the field in the format.</param>
/// <param name="Stated">The total as stated; amounts in øre.</param>
/// <param name="Counted">The total of what was read; amounts in øre.</param>
/// <param name="IsAmount">Whether it is an amount rather than a number of records.</param>
public sealed record ControlTotal(string Field, Int128 Stated, Int128 Counted, bool IsAmount);
