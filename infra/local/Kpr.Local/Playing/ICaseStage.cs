namespace Kpr.Local.Playing;

/// <summary>Where a play is given: the rules alone, or the whole system.</summary>
internal interface ICaseStage
{
    /// <summary>Moves the clock and lets happen what falls due on the way.</summary>
    /// <param name="to">The moment to go to; not before the present one.</param>
    /// <param name="cancellation">Stops waiting.</param>
    Task<IReadOnlyList<PlayedEvent>> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation);

    /// <summary>Carries out a step's command, or only looks where its case stands when it has none.</summary>
    Task<StageAnswer> GiveAsync(PlayStep step, CancellationToken cancellation);
}
