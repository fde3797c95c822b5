using Kpr.Core.Cases;
using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Tests.Cases;

public sealed class RoleTableTests
{
    // A case in which every relation occurs.
    private static readonly CaseState State = new TestCase().Decided(Applications.PersonLevel("kpr", "npr"))
        .Do(Actors.Applicant, new InviteEditor(Actors.Editor.Subject), new InviteEditor("applicant-3", MayWrite: false))
        .Do(Actors.Coordinator, new AssignDecider(Actors.Decider.Subject), new DeclareConflict("conflicted", "Slektskap."))
        .Do(Actors.Handler, new Kpr.Core.Cases.Fulfilment.DispatchOrders(RegisterTable.Fhi))
        .Do(Actors.Applicant, new FileAppeal("Feil.")).Do(Actors.Decider, new JudgeAdmissibility(true, "Ja."), new MaintainDecision("Nei."))
        .Do(Actors.Handler, new SendAppeal("sha256:1")).State;

    private static readonly (Actor Actor, Relation Relation)[] People =
    [
        (Actors.Applicant, Relation.Owner), (Actors.Editor, Relation.Editor), (new Actor(Role.Applicant, "applicant-3"), Relation.Reader), (Actors.Stranger, Relation.None),
        (Actors.Controller, Relation.Office), (Actors.Controller with { Organisation = RegisterTable.Fhi }, Relation.None), (Actors.Controller with { Organisation = null }, Relation.None),
        (Actors.Coordinator, Relation.Office), (Actors.Coordinator with { Subject = "conflicted" }, Relation.Conflicted),
        (Actors.Handler, Relation.Assigned), (Actors.OtherHandler, Relation.Office), (Actors.OtherHandler with { Subject = "conflicted" }, Relation.Conflicted),
        (Actors.Decider, Relation.Assigned), (Actors.Decider with { Subject = "decider-2" }, Relation.Office), (Actors.Decider with { Subject = "conflicted" }, Relation.Conflicted),
        (Actors.Kpr, Relation.Source), (Actors.Kreft, Relation.None), (Actors.Kpr with { Register = null }, Relation.None), (Actors.Kpr with { Subject = "conflicted" }, Relation.Conflicted),
        (Actors.Linker, Relation.Designated), (Actors.Linker with { Organisation = Actors.ControllerNumber }, Relation.None), (Actors.Linker with { Organisation = null }, Relation.None),
        (Actors.Finance, Relation.Office), (Actors.KprFinance, Relation.Source), (Actors.KprFinance with { Register = "kreft" }, Relation.None), (Actors.Finance with { Subject = "conflicted" }, Relation.Conflicted),
        (Actors.AppealBody, Relation.Designated), (Actors.Auditor, Relation.Office), (Actors.System, Relation.Office),
    ];

    public static TheoryData<string> Commands => [.. CommandCatalogue.All.Select(command => command.Name)];

    [Fact]
    public void Every_actor_has_the_relation_that_the_case_gives() =>
        Assert.All(People, person => Assert.Equal(person.Relation, Relations.Of(State, person.Actor)));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_cell_decides_whether_the_command_is_even_looked_at(string name)
    {
        var command = CommandCatalogue.Find(name)!;
        var sample = (CaseCommand)Samples.Of(command.Type);
        foreach (var (actor, relation) in People)
        {
            var refusal = Handle(sample, actor);
            var refused = refusal?.Number is 101 or 102 or 202;
            Assert.True(refused != RoleTable.Allows(command.Type, actor.Role, relation), $"{name} by {actor.Role} ({relation}): {refusal?.Number}");
            Assert.True(relation != Relation.Conflicted || refusal == Refusals.Conflicted, $"{name} by someone not impartial: {refusal?.Number}");
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_phase_that_is_not_named_refuses_the_command(string name)
    {
        var command = CommandCatalogue.Find(name)!;
        var sample = (CaseCommand)Samples.Of(command.Type);
        var person = People.Select(one => one.Actor).Append(new Actor(Role.Applicant, "new"))
            .FirstOrDefault(one => RoleTable.Allows(command.Type, one.Role, Relations.Of(State, one)));
        Assert.True(person is not null, $"Nobody may {name}.");
        foreach (var phase in Enum.GetValues<Phase>().Where(phase => phase != Phase.None && !command.IsPossibleIn(phase)))
        {
            var outcome = new CaseProcess().Handle(State with { Phase = phase }, sample, person, DateTimeOffset.UnixEpoch.AddYears(56));
            Assert.True(outcome.Refusal?.Number == 201 && outcome.Events.Count == 0, $"{name} in {phase}: {outcome.Refusal?.Number}");
        }
    }

    [Fact]
    public void What_binds_the_applicant_only_the_owner_does_and_deciding_only_the_decider_does()
    {
        foreach (var name in new[] { "withdraw", "accept-estimates", "decline-estimates", "appeal", "withdraw-appeal", "delete-draft", "request-extension", "answer-order-estimate" })
        {
            Assert.Equal([(Role.Applicant, Relation.Owner)], Cells(name));
        }

        foreach (var name in new[] { "decide", "return-recommendation", "answer-extension", "revoke", "designate-linker", "settle-missing-source", "change-decision" })
        {
            Assert.Equal([(Role.Decider, Relation.Office), (Role.Decider, Relation.Assigned)], Cells(name));
        }

        Assert.Equal([(Role.Controller, Relation.Office)], Cells("attest-deletion"));
        Assert.Equal([(Role.AppealBody, Relation.Designated)], Cells("decide-appeal"));
    }

    [Fact]
    public void Auditors_readers_strangers_and_the_conflicted_change_nothing()
    {
        foreach (var command in CommandCatalogue.All)
        {
            Assert.DoesNotContain(Cells(command.Name), cell => cell.Role == Role.Auditor || cell.Relation is Relation.Reader or Relation.Conflicted
                || (cell.Relation == Relation.None && command.Name != "start"));
        }
    }

    [Fact]
    public void Who_has_a_relation_may_read_but_a_draft_is_the_applicants_own()
    {
        var draft = State with { Phase = Phase.Draft };
        foreach (var (actor, relation) in People)
        {
            Assert.Equal(relation is not (Relation.None or Relation.Conflicted), CaseReading.Allows(State, actor));
            Assert.Equal(actor.Role == Role.System || relation is Relation.Owner or Relation.Editor or Relation.Reader, CaseReading.Allows(draft, actor));
        }

        var restricted = State with { Staff = State.Staff with { Restricted = true } };
        Assert.False(CaseReading.Allows(restricted, Actors.OtherHandler));
        Assert.True(CaseReading.Allows(restricted, Actors.Handler));
    }

    [Fact]
    public void A_stranger_is_not_told_whether_a_case_exists()
    {
        var process = new CaseProcess();
        var known = process.Handle(State, new Submit(), Actors.Stranger, DateTimeOffset.UnixEpoch.AddYears(56)).Refusal;
        var unknown = process.Handle(CaseState.New("2026-9999"), new Submit(), Actors.Stranger, DateTimeOffset.UnixEpoch.AddYears(56)).Refusal;

        Assert.Equal(known, unknown);
    }

    // In a phase that does not fit, so that only access is asked: it is asked first. What fits everywhere is carried out.
    private static Refusal? Handle(CaseCommand command, Actor actor)
    {
        var phase = Enum.GetValues<Phase>().FirstOrDefault(phase => phase != Phase.None && !CommandCatalogue.Of(command).IsPossibleIn(phase), Phase.RoutedAway);
        return new CaseProcess().Handle(State with { Phase = phase }, command, actor, DateTimeOffset.UnixEpoch.AddYears(56)).Refusal;
    }

    private static List<(Role Role, Relation Relation)> Cells(string name) =>
    [
        .. from role in Enum.GetValues<Role>() from relation in Enum.GetValues<Relation>()
           where RoleTable.Allows(CommandCatalogue.Find(name)!.Type, role, relation) select (role, relation),
    ];
}
