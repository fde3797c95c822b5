using System.Text.Json.Nodes;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;

namespace Kpr.Functions.Applications.Views;

/// <summary>The whole case, as a reader sees it.</summary>
public static class CaseView
{
    /// <summary>The case. Who is not impartial, and why a case is shielded, are the unit's own matters.</summary>
    public static JsonObject Of(CaseState state, Actor reader)
    {
        var view = JsonNode.Parse(CaseJson.Snapshot(state))!.AsObject();
        view["norwegian"] = state.Phase.Norwegian();
        view["english"] = state.Phase.English();
        if (!IsUnit(reader.Role))
        {
            view["staff"]?.AsObject().Remove("conflicts");
            view.Remove("assessments");
        }

        if (reader.Role == Role.Register)
        {
            // A register prepares its own data and needs not know who reads or bills the case.
            view.Remove("editors");
            view.Remove("billing");
        }

        return view;
    }

    /// <summary>Whether somebody handles cases, or controls those who do.</summary>
    public static bool IsUnit(Role role) => role is Role.Coordinator or Role.Handler or Role.Decider or Role.Auditor or Role.System;
}
