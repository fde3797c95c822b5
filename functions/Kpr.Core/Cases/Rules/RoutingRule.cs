namespace Kpr.Core.Cases.Rules;

/// <summary>A rule that says where an application belongs; the first that speaks decides.</summary>
/// <inheritdoc/>
public abstract class RoutingRule(string id, string norwegian, string english, string source) : CaseRule(id, norwegian, english, source)
{
    /// <summary>Where it belongs; null when this rule has nothing to say.</summary>
    public abstract Cases.Routing? Route(CaseFacts facts);

    /// <summary>Makes the answer.</summary>
    protected Cases.Routing To(string body, string reason) => new(body, Id, reason);
}
