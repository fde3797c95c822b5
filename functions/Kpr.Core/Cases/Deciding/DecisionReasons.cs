namespace Kpr.Core.Cases.Deciding;

/// <summary>Reasons of a decision (begrunnelse): forvaltningsloven §§ 24–25.</summary>
/// <param name="Rules">The rules it rests on.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Considerations">The main considerations.</param>
public sealed record DecisionReasons(string Rules, string Facts, string Considerations);
