namespace Kpr.Core.Cases.Review;

/// <summary>The answer to a deficiency.</summary>
/// <param name="Deficiency">Its id.</param>
/// <param name="Text">The answer in words.</param>
public sealed record DeficiencyAnswer(string Deficiency, string Text);
