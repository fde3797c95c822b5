namespace Kpr.Functions.Tests.Crash;

/// <summary>Something that can be broken off on either side of any of its I/O calls, and compared with its undisturbed run.</summary>
internal interface ICrashMatrix
{
    /// <summary>Number of I/O calls of the undisturbed run.</summary>
    long Calls { get; }

    /// <summary>Tells the undisturbed run's end from any other, in a few characters.</summary>
    string Image { get; }

    /// <summary>Breaks a run off at a point and finishes it.</summary>
    /// <returns>What differs from the undisturbed run; empty when nothing does.</returns>
    Task<IReadOnlyList<string>> TryAsync(StopPoint point);
}
