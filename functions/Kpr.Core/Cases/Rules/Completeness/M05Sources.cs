namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M05: at least one source with period and variables.</summary>
public sealed class M05Sources() : ApplicationRule(
    "M05",
    "Minst én datakilde med periode og variabler skal være valgt.",
    "At least one source with period and variables is chosen.",
    "Søknadsskjemaet, felt 13–15",
    blocks: true)
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Content.Sources is not { Sources: { Count: > 0 } sources }
        ? [At("sources")]
        : sources.Where(source => source.Variables.Count == 0 || source.From > source.To || facts.Registers.Find(source.Register) is null)
            .Select(source => At($"sources.{source.Register}"));
}
