namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X11: the approval names every source.</summary>
public sealed class X11RekSources() : ApplicationRule(
    "X11",
    "REK-godkjenningen skal omfatte alle datakildene.",
    "The approval of REK covers every source.",
    "Helseforskningsloven § 11; R35")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Content.Legal?.Rek?.Registers is not { } approved ? []
        : facts.Sources.Where(source => !approved.Contains(source.Register)).Select(source => At($"sources.{source.Register}"));
}
