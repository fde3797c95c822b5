using Kpr.Functions.Applications.Orchestrations.Triggers;
using Kpr.Local.Playing;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

public sealed class PlayedCasesTests
{
    /// <summary>Silence, a reminder and an answer: what only time brings about stands in the middle.</summary>
    internal const string Asked = """
        start: 2026-09-01
        steps:
          - { at: 2026-09-01, case: C, as: applicant/a, do: start, with: { kind: statistics }, expect: draft }
          - as: applicant/a
            do: save-draft
            with:
              sections:
                project: { title: Fastlegekontakter, summary: Kontakter per kommune. }
                parties: { contact: { name: Student En, email: student@example.no } }
                purpose: { category: health-research, text: Hvordan varierer kontakter? }
                sources: { sources: [{ register: kpr, from: 2020-01-01, to: 2023-12-31, variables: [{ id: kontakter, reason: Antall. }] }], tableMockup: tabell }
                invoice: { name: Student En, buyerReference: master }
          - { as: applicant/a, do: attach, with: { attachment: tabell, kind: table-mockup, fileName: tabell.csv, mediaType: text/csv, bytes: 812, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa } }
          - { as: system, do: scan-attachment, with: { attachment: tabell, result: clean } }
          - { as: applicant/a, do: submit, expect: submitted }
          - { at: 2026-09-02, as: coordinator, do: start-intake, expect: intake }
          - { as: coordinator, do: assign-handler, with: { subject: handler } }
          - { as: handler, do: ask-applicant, with: { items: [{ field: purpose, text: Hva skal det brukes til? }] }, expect: awaiting-applicant }
          - { at: 2026-09-18, as: applicant/a, do: answer-deficiencies, with: { answers: [{ deficiency: M1, text: Masteroppgave. }] }, expect: intake }
        """;

    [Fact]
    public async Task The_shipped_cases_played_together_on_the_system_have_the_events_that_the_rules_alone_give()
    {
        var play = ShippedPlays.Together();
        using var played = new PlayedSystem(await SharedAzurite.NextAccountAsync(), play);
        var (_, events) = await played.GiveAsync();

        Assert.Equal(Sorted(await PlayedSystem.ByRulesAsync(play)), Sorted(events));
    }

    [Fact]
    public async Task Nudges_that_are_lost_delay_nothing_that_time_brings_about()
    {
        var play = PlayedSystem.Read(Asked);
        using var played = new PlayedSystem(await SharedAzurite.NextAccountAsync(), play);

        // The flow is begun by hand; the nudges of the whole play stay in their queue.
        var (_, events) = await played.GiveAsync(functions: type => type != typeof(NudgeCase), begin: "C");

        Assert.Contains(events, line => line.Contains("applicant-reminded", StringComparison.Ordinal));
        Assert.Equal(await PlayedSystem.ByRulesAsync(play), events);
    }

    [Fact]
    public async Task Nudges_that_come_late_or_many_times_change_nothing()
    {
        var play = PlayedSystem.Read(Asked);
        using var played = new PlayedSystem(await SharedAzurite.NextAccountAsync(), play);
        await played.GiveAsync(functions: type => type != typeof(NudgeCase), begin: "C");
        var before = await played.ImageAsync();
        await played.NudgeAsync("C", times: 20);

        Assert.Equal(before, await played.ImageAsync());
    }

    [Fact]
    public async Task Broken_off_at_sampled_calls_and_given_again_a_case_ends_with_the_same_events_and_letters()
    {
        var matrix = await PlayedCrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync, PlayedSystem.Read(Asked));
        Assert.InRange(matrix.Calls, 100, 5_000);
        foreach (var point in matrix.Sample(6, seed: 20260901))
        {
            Assert.Empty(await matrix.TryAsync(point));
        }
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);
}
