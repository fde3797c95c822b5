using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Linkages;

/// <summary>Tells that data are linked and checked.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Text">What was checked.</param>
[Command("finish-linking", "Kobling ferdig", "Finish linking")]
[In(Phase.Fulfilment)]
[By(Role.Linker, Relation.Designated)]
public sealed record FinishLinking(long Rows, string Text) : LinkageCommand
{
    internal override bool Fits(LinkageState state) => state == LinkageState.Linking;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Linkage linkage, CommandContext now) =>
        Rows < 0 || string.IsNullOrWhiteSpace(Text) ? Refusals.TextMissing.For("rows", "text") : [new Linked(Rows, Text)];
}
