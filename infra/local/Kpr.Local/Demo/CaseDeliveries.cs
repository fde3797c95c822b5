using Kpr.Local.Playing;

namespace Kpr.Local.Demo;

/// <summary>The work on the data of all played cases; a case that has none here is given as its play tells it.</summary>
/// <param name="cases">By the name of the case within the play.</param>
internal sealed class CaseDeliveries(IReadOnlyDictionary<string, ICaseOutcome> cases) : IPlayedWork
{
    /// <inheritdoc/>
    public Task<PlayStep?> DoAsync(string caseId, PlayStep step, CancellationToken cancellation) =>
        cases.TryGetValue(step.Case, out var data) ? data.DoAsync(caseId, step, cancellation) : Task.FromResult<PlayStep?>(step);
}
