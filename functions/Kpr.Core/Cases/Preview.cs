namespace Kpr.Core.Cases;

/// <summary>The case as it will be after events that are only being decided.</summary>
internal static class Preview
{
    public static CaseState After(CaseState state, IEnumerable<CaseEvent> events, CommandContext now)
    {
        var sequence = state.Version;
        foreach (var next in events)
        {
            state = next.Apply(state, new EventHead(++sequence, now.Now, now.By));
        }

        return state;
    }
}
