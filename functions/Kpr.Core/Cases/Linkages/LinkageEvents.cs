using Kpr.Core.Cases.Orders;

namespace Kpr.Core.Cases.Linkages;

/// <summary>A linkage was planned over orders.</summary>
[Event("linkage-planned", "Kobling planlagt", "Linkage planned")]
public sealed record LinkagePlanned(string Linker, IReadOnlyList<string> Orders) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Linkage = new Linkage(LinkageState.Planned, Linker, Orders, []) };
}

/// <summary>Serial numbers were issued to the sources. A new batch makes the older one void, and what came with it.</summary>
[Event("keys-issued", "Løpenumre utstedt", "Serial numbers issued")]
public sealed record KeysIssued(string Batch) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state with { Linkage = state.Linkage! with { State = LinkageState.KeysIssued, KeyBatch = Batch, Arrived = [] } };
}

/// <summary>A source's data came to the linker.</summary>
[Event("source-at-linker", "Data kom til koblende enhet", "Data came to the linker")]
public sealed record SourceAtLinker(string Order) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head)
    {
        var by = head.By.Subject;
        return state.WithOrder(Order, order => order with { State = OrderState.AtLinker, ReleasedBy = by }) with
        {
            Linkage = state.Linkage! with { State = LinkageState.WaitingSources, Arrived = state.Linkage.Arrived.Plus(Order) },
        };
    }
}

/// <summary>The linkage went from one state to another.</summary>
[Event("linkage-moved", "Koblingen gikk videre", "Linkage moved on")]
public sealed record LinkageMoved(LinkageState To) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Linkage = state.Linkage! with { State = To } };
}

/// <summary>Linked and checked.</summary>
[Event("linked", "Data koblet og kontrollert", "Data linked and checked")]
public sealed record Linked(long Rows, string Text) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Linkage = state.Linkage! with { State = LinkageState.Checked },
        Orders = state.Orders.Change(order => order.State == OrderState.AtLinker, order => order with { State = OrderState.Linked }),
    };
}

/// <summary>The linker failed; data that were there must come again with new serial numbers.</summary>
[Event("linker-failed", "Koblende enhet kan ikke koble", "The linker failed")]
public sealed record LinkerFailed(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Linkage = state.Linkage! with { State = LinkageState.LinkerFailed, KeyBatch = null, Arrived = [] },
        Orders = state.Orders.Change(
            order => order.State is OrderState.AtLinker or OrderState.Linked, order => order with { State = OrderState.Extracting, Output = null }),
    };
}

/// <summary>Another linker was named, in an annex to the decision.</summary>
[Event("linker-designated", "Ny koblende enhet utpekt", "Another linker designated")]
public sealed record LinkerDesignated(string Linker) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Linkage = state.Linkage! with { Linker = Linker, State = LinkageState.Planned } };
}

/// <summary>A source is missing past its deadline.</summary>
[Event("source-missing", "En datakilde mangler etter fristen", "A source is missing past its deadline")]
public sealed record SourceMissing(IReadOnlyList<string> Orders) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Linkage = state.Linkage! with { WaitUntil = null } };
}

/// <summary>The applicant agreed to do without a source.</summary>
[Event("missing-source-consented", "Søker godtok levering uten en datakilde", "The applicant agreed to do without a source")]
public sealed record MissingSourceConsented(string Order) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state with { Linkage = state.Linkage! with { ConsentWithout = (state.Linkage.ConsentWithout ?? []).Plus(Order) } };
}

/// <summary>A missing source will be waited for.</summary>
[Event("source-awaited", "Det ventes på datakilden", "The source will be waited for")]
public sealed record SourceAwaited(string Order, DateOnly Until) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Linkage = state.Linkage! with { WaitUntil = Until } };
}

/// <summary>The linkage goes on without a source.</summary>
[Event("source-left-out", "Koblingen fortsetter uten en datakilde", "The linkage goes on without a source")]
public sealed record SourceLeftOut(string Order) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state with { Linkage = state.Linkage! with { Orders = state.Linkage.Orders.Without(order => order == Order) } };
}

/// <summary>The linkage was given up.</summary>
[Event("linkage-aborted", "Koblingen er avbrutt", "Linkage aborted")]
public sealed record LinkageAborted(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Linkage = state.Linkage! with { State = LinkageState.Aborted } };
}

/// <summary>The key between serial numbers and persons was destroyed, or is kept until a day.</summary>
[Event("key-settled", "Koblingsnøkkelen er slettet eller oppbevares", "The linkage key is destroyed or kept")]
public sealed record KeySettled(DateOnly? KeptUntil) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Linkage = state.Linkage! with { State = KeptUntil is null ? LinkageState.KeyDestroyed : LinkageState.KeyKept, KeyKeptUntil = KeptUntil },
    };
}
