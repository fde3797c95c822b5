namespace Kpr.Local;

/// <summary>What kpr answers to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done, and all was good.</summary>
    public const int Good = 0;

    /// <summary>Done, and something was judged bad.</summary>
    public const int JudgedBad = 1;

    /// <summary>Wrong use, or nothing to judge.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C: 128 and the signal's number, as shells have it.</summary>
    public const int Interrupted = 130;
}
