namespace Kpr.Core.Cases.Review;

/// <summary>What is asked for.</summary>
/// <param name="Field">The field, attachment or variable it is tied to, for example <c>legal.rek</c>, <c>attachment:dpia</c> or <c>variable:kpr/kjonn</c>.</param>
/// <param name="Text">The question in words.</param>
/// <param name="Rule">Id of the rule that found it; an answer is then checked by that rule.</param>
public sealed record DeficiencyItem(string Field, string Text, string? Rule = null);
