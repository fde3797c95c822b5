using Kpr.Core.Cases;
using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;

namespace Kpr.Functions.Tests.Applications;

/// <summary>The table of roles, commands and relations, every cell by HTTP.</summary>
public sealed class RoleCellTests : IAsyncLifetime
{
    private static readonly Actor[] People =
    [
        Actors.Applicant, Actors.Editor, new(Role.Applicant, "applicant-3"), Actors.Stranger,
        Actors.Controller, Actors.Controller with { Organisation = RegisterTable.Fhi },
        Actors.Coordinator, Actors.Coordinator with { Subject = "conflicted" },
        Actors.Handler, Actors.OtherHandler, Actors.OtherHandler with { Subject = "conflicted" },
        Actors.Decider, Actors.Decider with { Subject = "decider-2" }, Actors.Decider with { Subject = "conflicted" },
        Actors.Kpr, Actors.Kreft, Actors.Kpr with { Subject = "conflicted" },
        Actors.Linker, Actors.Linker with { Organisation = Actors.ControllerNumber },
        Actors.Finance, Actors.KprFinance, Actors.KprFinance with { Register = "kreft" }, Actors.Finance with { Subject = "conflicted" },
        Actors.AppealBody, Actors.Auditor, Actors.System,
    ];

    private CaseHttp _http = null!;

    public async Task InitializeAsync() => _http = await CaseHttp.StartAsync();

    public async Task DisposeAsync() => await _http.DisposeAsync();

    [Fact]
    public async Task Every_cell_is_open_or_closed_as_the_table_says()
    {
        var play = new TestCase().Decided(Filled.PersonLevel("kpr", "npr"))
            .Do(Actors.Applicant, new InviteEditor(Actors.Editor.Subject), new InviteEditor("applicant-3", MayWrite: false))
            .Do(Actors.Coordinator, new AssignDecider(Actors.Decider.Subject), new DeclareConflict("conflicted", "Slektskap."))
            .Do(Actors.Handler, new DispatchOrders(RegisterTable.Fhi))
            .Do(Actors.Applicant, new FileAppeal("Feil.")).Do(Actors.Decider, new JudgeAdmissibility(true, "Ja."), new MaintainDecision("Nei."))
            .Do(Actors.Handler, new SendAppeal("sha256:1"));
        var wrong = new List<string>();
        var cells = 0;
        foreach (var command in CommandCatalogue.All.Where(command => command.Type != typeof(Start)))
        {
            // In a phase that does not fit, so that only access is asked: it is asked first. What fits everywhere has nothing to do.
            var phase = Enum.GetValues<Phase>().FirstOrDefault(phase => phase != Phase.None && !command.IsPossibleIn(phase), Phase.RoutedAway);
            var state = play.State with { Id = $"sak-{phase.ToString().ToLowerInvariant()}", Phase = phase };
            await PutAsync(state, play);
            var sample = (CaseCommand)Samples.Of(command.Type);
            foreach (var person in People)
            {
                var reply = await _http.DoAsync(person, state.Id, command.Name, state.Version, sample);
                var open = RoleTable.Allows(command.Type, person.Role, Relations.Of(state, person));
                var refused = reply is { Status: 403, Number: 101 or 102 };
                cells++;
                if (refused == open || (!refused && reply.Number is >= 320 and < 330) || reply.Status >= 500)
                {
                    wrong.Add($"{command.Name} by {person.Role} {person.Subject}: {reply.Status} {reply.Number}, the table says {(open ? "open" : "closed")}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal((CommandCatalogue.All.Count - 1) * People.Length, cells);
    }

    [Fact]
    public async Task Only_applicants_start_cases()
    {
        foreach (var person in People)
        {
            var reply = await _http.StartCaseAsync(person, new Start(ApplicationKind.Statistics));
            Assert.True(person.Role == Role.Applicant ? reply.Status == 201 : reply.Status is 403 or 404, $"{person.Role}: {reply.Status}");
        }
    }

    [Fact]
    public async Task Who_may_not_read_a_case_cannot_tell_it_from_one_that_does_not_exist()
    {
        var play = new TestCase().Review(Filled.PersonLevel("kpr")).Do(Actors.Coordinator, new DeclareConflict("conflicted", "Slektskap."));
        await PutAsync(play.State with { Id = "sak-there" }, play);
        foreach (var person in People)
        {
            foreach (var view in new[] { "", "/timeline", "/next", "/completeness", "/attachments/x/status" })
            {
                var there = await _http.GetAsync(person, $"/cases/sak-there{view}");
                var nowhere = await _http.GetAsync(person, $"/cases/sak-nowhere{view}");
                Assert.Equal((404, 1020), (nowhere.Status, nowhere.Number));
                if (!CaseReading.Allows(play.State, person))
                {
                    Assert.Equal(nowhere.Text, there.Text);
                }
                else
                {
                    Assert.NotEqual(1020, there.Number);
                }
            }
        }
    }

    [Fact]
    public async Task The_appeal_bundle_is_the_same_bytes_every_time_and_for_those_who_deal_with_the_appeal()
    {
        var play = new TestCase().Decided(Filled.PersonLevel("kpr")).Do(Actors.Applicant, new FileAppeal("Feil."))
            .Do(Actors.Decider, new JudgeAdmissibility(true, "Ja."), new MaintainDecision("Nei."));
        await PutAsync(play.State with { Id = "sak-appeal" }, play);

        var first = await _http.GetAsync(Actors.Handler, "/cases/sak-appeal/appeal-bundle");
        var again = await _http.GetAsync(Actors.Decider, "/cases/sak-appeal/appeal-bundle");
        var name = first.Headers["Kpr-Bundle"];
        Assert.Equal((200, name, first.Text), (again.Status, again.Headers["Kpr-Bundle"], again.Text));
        Assert.Equal($"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(first.Text)))}", name);
        Assert.Equal("Feil.", (string?)first.Json["appeal"]!["grounds"]);
        Assert.Equal(play.Events.Count, first.Json["events"]!.AsArray().Count);
        Assert.Equal(403, (await _http.GetAsync(Actors.Applicant, "/cases/sak-appeal/appeal-bundle")).Status);

        Assert.Equal(200, (await _http.DoAsync(Actors.Handler, "sak-appeal", new SendAppeal(name))).Status);
        Assert.Equal(200, (await _http.GetAsync(Actors.AppealBody, "/cases/sak-appeal/appeal-bundle")).Status);
    }

    private async Task PutAsync(CaseState state, TestCase play)
    {
        var store = _http.Test.Get<CaseStore>();
        if (!(await store.LoadAsync(state.Id, CancellationToken.None)).Exists)
        {
            Assert.True(await store.AppendAsync(new Commit(StoredCase.None(state.Id), state, play.Events, null, []), CancellationToken.None));
        }
    }
}
