using Kpr.Local.Playing;

namespace Kpr.Local.Demo;

/// <summary>A linkage of which the play only tells: its linker is outside the system, and so are its data.</summary>
/// <param name="who">The case and its applicant, as people are told of them.</param>
/// <param name="output">Where it is told.</param>
internal sealed class ToldLinkage(string who, CommandOutput output) : ICaseData
{
    private long? _rows;
    private string? _linker;
    private string? _delivery;

    /// <inheritdoc/>
    public Task<PlayStep?> DoAsync(string caseId, PlayStep step, CancellationToken cancellation)
    {
        switch (step.Do)
        {
            case "finish-linking":
                _rows = step.With.GetProperty("rows").GetInt64();
                break;
            case "deliver-linkage":
                (_linker, _delivery) = (step.As!.Organisation, step.With.GetProperty("delivery").GetString());
                break;
        }

        return Task.FromResult<PlayStep?>(step);
    }

    /// <inheritdoc/>
    public async Task<bool> ShowAsync()
    {
        await output.Out.WriteLineAsync($"{who} fikk {_rows} koblede rader i {_delivery} fra koblende enhet {_linker}. Koblingen er bare spilt: de andre registrenes data finnes ikke her.");
        return _delivery is not null;
    }
}
