namespace Kpr.Core.Memory;

/// <summary>
/// A run is not as it was written: cut off, overwritten or mixed up. An outage, never an answer: a fact that is not found
/// would let a record in twice.
/// </summary>
/// <param name="run">Name of the run.</param>
/// <param name="what">What is wrong with it.</param>
public sealed class RunDamagedException(string run, string what) : IOException($"The run of facts {run} is damaged: {what}.")
{
    /// <summary>Name of the run.</summary>
    public string Run => run;
}
