using Kpr.Core.Rules;

namespace Kpr.Local.Generation.Xpr;

/// <summary>
/// The chain of notifications as the register sees it: what breaks it at one notification may show at the next. A rejected one
/// has its place in it all the same.
/// </summary>
internal sealed class XprChain
{
    private (long Serial, Guid Guid)? _last;

    /// <summary>Expects what the notification's place in the chain gives, and remembers it.</summary>
    public void Expect(XprDraft draft)
    {
        if (_last is { } last)
        {
            if (draft.Serial != last.Serial + 1)
            {
                draft.Expect("E03", Severity.Warning);
            }

            if (draft.PreviousGuid != last.Guid)
            {
                draft.Expect("E04", Severity.Warning);
            }
        }

        _last = (draft.Serial, draft.Guid);
    }
}
