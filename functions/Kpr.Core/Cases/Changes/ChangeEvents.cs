using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Changes;

/// <summary>A case asks to change this one's decision.</summary>
[Event("change-linked", "Endringssøknad mottatt", "Change application received")]
public sealed record ChangeLinked(string Case, int DecisionVersion) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Changes = state.Changes.Plus(new CaseLink(Case, DecisionVersion)) };
}

/// <summary>A change application was granted: its content counts from here on.</summary>
[Event("change-applied", "Endring innvilget", "Change granted")]
public sealed record ChangeApplied(string Case, ApplicationContent Sections) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Content = state.Content.With(Sections) };
}
