using Kpr.Core.Rules;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>
/// The chain of notifications as the register sees it: what breaks it at one notification may show at the next. A rejected one
/// has its place in it all the same.
/// </summary>
internal sealed class CareEventChain
{
    private (long Serial, Guid Guid)? _last;

    /// <summary>Expects what the notification's place in the chain gives, and remembers it.</summary>
    public void Expect(CareEventDraft care)
    {
        if (_last is { } last)
        {
            if (care.Serial != last.Serial + 1)
            {
                care.Expect("E03", Severity.Warning);
            }

            if (care.PreviousGuid != last.Guid)
            {
                care.Expect("E04", Severity.Warning);
            }
        }

        _last = (care.Serial, care.Guid);
    }
}
