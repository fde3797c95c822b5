using Kpr.Core.Identity;

namespace Kpr.Core.Cases.Linkages;

/// <summary>Who may link (R18, R19).</summary>
internal static class LinkerChoice
{
    /// <summary>Why this organisation may not; null when it may.</summary>
    public static Refusal? Refuse(CaseState state, CommandContext now, string? linker)
    {
        if (linker is null || !OrganisationNumber.IsValid(linker))
        {
            return Refusals.LinkerMissing;
        }

        // Registers under § 9 b are linked without their controller seeing identifiers: § 19 c 2nd paragraph.
        var own = state.Decision!.Sources.Select(now.Policy.Registers.Find).Where(register => register is { UnderSection9b: true } && register.Controller == linker)
            .Select(register => register!.Code).ToList();
        return own.Count > 0 ? Refusals.LinkerIsController.For(own) : null;
    }
}
