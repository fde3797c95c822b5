namespace Kpr.Local.Playing;

/// <summary>Gives a play on a stage and tells what happens.</summary>
/// <param name="stage">Where.</param>
/// <param name="timeline">Takes the events.</param>
/// <param name="progress">Takes refusals and the first unmet expectation.</param>
internal sealed class PlayRun(ICaseStage stage, PlayTimeline timeline, TextWriter progress)
{
    /// <summary>Gives the play up to its end, or to the first unmet expectation.</summary>
    /// <returns>Whether every expectation was met.</returns>
    public async Task<bool> GiveAsync(CasePlay play, CancellationToken cancellation)
    {
        foreach (var step in play.Steps)
        {
            timeline.Write(await stage.AdvanceAsync(step.At, cancellation));
            var answer = await stage.GiveAsync(step, cancellation);
            timeline.Write(answer.Events);
            var what = $"linje {step.Line}: {step.Do ?? "vent"} i {step.Case}";

            // A command that nothing is said about must at least be carried out.
            var unmet = step.Expect is { } expect ? expect.Unmet(answer) : answer.Refusal is { } refused ? $"ble avvist: {refused}" : null;
            if (unmet is not null)
            {
                await progress.WriteLineAsync($"{what}: {unmet}");
                return false;
            }

            if (answer.Refusal is { } refusal)
            {
                await progress.WriteLineAsync($"{what}: avvist som ventet: {refusal}");
            }
        }

        return true;
    }
}
