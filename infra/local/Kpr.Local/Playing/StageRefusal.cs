namespace Kpr.Local.Playing;

/// <summary>A refusal as it came back from where the play is given.</summary>
/// <param name="Number">Its number in the catalogue.</param>
/// <param name="Text">What it says, in bokmål.</param>
/// <param name="About">What exactly stands in the way.</param>
internal sealed record StageRefusal(int Number, string Text, IReadOnlyList<string> About)
{
    /// <inheritdoc/>
    public override string ToString() => About.Count == 0 ? $"{Number} {Text}" : $"{Number} {Text} ({string.Join(", ", About)})";
}
