namespace Kpr.Local.Playing;

/// <summary>What people do on the whole system beside giving commands to cases: they make the data that a command tells of, hand them over, and fetch them.</summary>
internal interface IPlayedWork
{
    /// <summary>Does what belongs to a step, before its command is given.</summary>
    /// <param name="caseId">Id of the case on the system.</param>
    /// <param name="step">The step; one with a command.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The step as its command is to be given; null where the work made the system give it.</returns>
    /// <exception cref="TimeoutException">The work was not done in time, or cannot be done.</exception>
    Task<PlayStep?> DoAsync(string caseId, PlayStep step, CancellationToken cancellation);
}
