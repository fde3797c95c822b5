namespace Kpr.Core.Memory;

/// <summary>A place in the history of a scope: what one file left behind, or what was merged of several.</summary>
/// <param name="Run">Name of the run; null when nothing was left.</param>
/// <param name="Facts">Number of facts.</param>
/// <param name="Bytes">Length of the run.</param>
/// <param name="File">The intake's key of the file; null once merged.</param>
public sealed record RunEntry(string? Run, long Facts, long Bytes, string? File)
{
    private const int Growth = 4;
    private const int Smallest = 1024;

    /// <summary>Size class: each holds runs up to four times as large as the one before.</summary>
    internal int Level
    {
        get
        {
            var level = 0;
            for (var facts = Facts; facts > Smallest; facts /= Growth)
            {
                level++;
            }

            return level;
        }
    }
}
