namespace Kpr.Core.Rules;

/// <summary>The one instance of a rule: rules hold no state.</summary>
/// <typeparam name="TRule">The rule.</typeparam>
public static class The<TRule>
    where TRule : Rule, new()
{
    /// <summary>The instance.</summary>
    public static TRule Rule { get; } = new();
}
