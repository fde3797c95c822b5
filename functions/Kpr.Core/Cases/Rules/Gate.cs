using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules;

/// <summary>A condition of the law for a grant (A4). Some are judged by the program, some by a person, some by both.</summary>
/// <inheritdoc/>
public abstract class Gate(string id, string norwegian, string english, string source) : CaseRule(id, norwegian, english, source)
{
    /// <summary>Judges a case.</summary>
    /// <param name="facts">The case.</param>
    /// <param name="assessment">What a person found at this gate; null when nobody has looked.</param>
    public abstract GateResult Judge(CaseFacts facts, GateAssessment? assessment);

    /// <summary>Fulfilled.</summary>
    protected GateResult Passed() => new(Id, GateStatus.Passed, string.Empty);

    /// <summary>Not fulfilled.</summary>
    protected GateResult Failed(string reason) => new(Id, GateStatus.Failed, reason);

    /// <summary>Does not concern this case.</summary>
    protected GateResult NotApplicable() => new(Id, GateStatus.NotApplicable, string.Empty);

    /// <summary>Somebody must judge.</summary>
    protected GateResult Unjudged(string reason) => new(Id, GateStatus.Unjudged, reason);

    /// <summary>As a person judged.</summary>
    protected GateResult Judged(GateAssessment? assessment) => assessment?.Verdict switch
    {
        GateVerdict.Passed => new GateResult(Id, GateStatus.Passed, assessment.Reason),
        GateVerdict.Failed => new GateResult(Id, GateStatus.Failed, assessment.Reason),
        GateVerdict.NotApplicable => new GateResult(Id, GateStatus.NotApplicable, assessment.Reason),
        _ => Unjudged("Vilkåret må vurderes av en saksbehandler."),
    };
}
