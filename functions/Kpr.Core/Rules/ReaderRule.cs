namespace Kpr.Core.Rules;

/// <summary>A rule that the readers judge while they read: form, structure, encoding and limits.</summary>
/// <param name="id">Id in the rule catalogue.</param>
/// <param name="severities">Every severity that a finding of the rule may have.</param>
public abstract class ReaderRule(string id, params Severity[] severities) : Rule(id, severities);
