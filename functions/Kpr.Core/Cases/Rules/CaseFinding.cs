namespace Kpr.Core.Cases.Rules;

/// <summary>What a rule found in an application: a deficiency (mangel) that a handler may send as it stands.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Field">Where.</param>
/// <param name="Norwegian">What is demanded, in bokmål.</param>
/// <param name="English">What is demanded, in English.</param>
public sealed record CaseFinding(string Rule, string Field, string Norwegian, string English);
