namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M01: title and lay summary.</summary>
public sealed class M01Title() : ApplicationRule(
    "M01",
    "Prosjektet skal ha tittel og sammendrag.",
    "The project has a title and a summary.",
    "Søknadsskjemaet, felt 1",
    blocks: true)
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => string.IsNullOrWhiteSpace(facts.Content.Project?.Title) || string.IsNullOrWhiteSpace(facts.Content.Project.Summary) ? [At("project.title")] : [];
}
