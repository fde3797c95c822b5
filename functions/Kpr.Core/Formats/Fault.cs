using Kpr.Core.Rules;

namespace Kpr.Core.Formats;

/// <summary>A fault that a reader met.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Severity">What it costs.</param>
/// <param name="Field">Name of the element, attribute or member.</param>
/// <param name="Line">1-based line of the faulty element.</param>
/// <param name="Message">What is wrong, in Norwegian.</param>
public readonly record struct Fault(Rule Rule, Severity Severity, string? Field, long? Line, string Message);
