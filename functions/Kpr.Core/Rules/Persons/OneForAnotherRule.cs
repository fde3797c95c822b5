namespace Kpr.Core.Rules.Persons;

/// <summary>
/// What I18 and I19 share: one thing about a person stands for one other in a file. A correction (M) may bring the right
/// one later, and an annulment (C) makes room for it.
/// </summary>
/// <param name="id">Id in the rule catalogue.</param>
/// <param name="kind">The facts: key is the one thing, content the other.</param>
/// <param name="severity">What a finding costs.</param>
/// <param name="message">What is wrong, in Norwegian.</param>
public abstract class OneForAnotherRule(string id, FactKind kind, Severity severity, string message) : GroupRule(id, kind, severity)
{
    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override int Order => 140;

    /// <inheritdoc/>
    public override GroupSession Begin(GroupVerdict verdict) => new Session(this, verdict);

    /// <summary>Field and Norwegian text of a finding on the record of a fact.</summary>
    protected virtual (string Field, string Message) Told(in Fact fact) => ("fid", message);

    private sealed class Session(OneForAnotherRule rule, GroupVerdict verdict) : GroupSession
    {
        private UInt128? _known;

        public override void Next(in Fact fact, bool firstOfKey)
        {
            _known = firstOfKey ? null : _known;
            if (verdict.IsOut(fact.Ordinal))
            {
                return;
            }

            if (fact.Extra == 'C')
            {
                _known = null;
            }
            else if (_known is { } known && known != fact.Content && fact.Extra != 'M')
            {
                var (field, told) = rule.Told(fact);
                verdict.Report(rule, fact, field, told);
            }
            else
            {
                _known = fact.Content;
            }
        }
    }
}
