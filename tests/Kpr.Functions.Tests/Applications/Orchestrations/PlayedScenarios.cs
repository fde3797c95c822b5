using System.Text.Json;
using System.Text.Json.Nodes;
using Kpr.Local.Playing;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

/// <summary>Shipped plays up to a step, and what goes another way from there.</summary>
internal static class PlayedScenarios
{
    /// <summary>Silence, a reminder and an answer: what only time brings about stands in the middle.</summary>
    public const string Asked = """
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
                sources: { sources: [{ register: kpr, from: 2020-01-01, to: 2023-12-31, variables: [{ id: claims.bostedKommuneNr, reason: Antall. }] }], tableMockup: tabell }
                invoice: { name: Student En, buyerReference: master }
          - { as: applicant/a, do: attach, with: { attachment: tabell, kind: table-mockup, fileName: tabell.csv, mediaType: text/csv, bytes: 812, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa } }
          - { as: system, do: scan-attachment, with: { attachment: tabell, result: clean } }
          - { as: applicant/a, do: submit, expect: submitted }
          - { at: 2026-09-02, as: coordinator, do: start-intake, expect: intake }
          - { as: coordinator, do: assign-handler, with: { subject: handler } }
          - { as: handler, do: ask-applicant, with: { items: [{ field: purpose, text: Hva skal det brukes til? }] }, expect: awaiting-applicant }
          - { at: 2026-09-18, as: applicant/a, do: answer-deficiencies, with: { answers: [{ deficiency: M1, text: Masteroppgave. }] }, expect: intake }
        """;

    /// <summary>The play of a case among those that are shipped.</summary>
    public static CasePlay Of(string name)
    {
        var all = ShippedPlays.Together();
        var steps = all.Steps.Where(step => step.Case == name).ToList();
        return new CasePlay(steps[0].At.AddHours(-1), steps);
    }

    /// <summary>Up to the first step with a command, that step included.</summary>
    public static CasePlay Until(this CasePlay play, string command)
    {
        var last = play.Steps.ToList().FindIndex(step => step.Do == command);
        return play with { Steps = [.. play.Steps.Take(last + 1)] };
    }

    /// <summary>With another end. Its lines are numbered on: the system knows a command by its line.</summary>
    public static CasePlay Then(this CasePlay play, string steps) => play with
    {
        Steps =
        [
            .. play.Steps,
            .. PlayedSystem.Read($"start: {play.Steps[^1].At:yyyy-MM-dd}\nsteps:\n{steps}").Steps.Select(step => step with { Line = step.Line + play.Steps.Max(before => before.Line) }),
        ],
    };

    /// <summary>With the data of every register apart: nothing is linked.</summary>
    public static CasePlay Unlinked(this CasePlay play, params string[] registers) => play with
    {
        Steps = [.. play.Steps.Select(step => step.Do == "save-draft" ? step with { With = Unlink(step.With, registers) } : step)],
    };

    /// <summary>The application as somebody saved it, changed.</summary>
    public static string Saved(this CasePlay play, Action<JsonNode> change)
    {
        var saved = JsonNode.Parse(play.Steps.First(step => step.Do == "save-draft").With.GetRawText())!;
        change(saved["sections"]!);
        return saved.ToJsonString();
    }

    private static JsonElement Unlink(JsonElement with, string[] registers)
    {
        var saved = JsonNode.Parse(with.GetRawText())!;
        var sections = saved["sections"]!;
        sections["linkage"] = new JsonObject { ["linked"] = false };
        var sources = sections["sources"]!["sources"]!.AsArray();
        foreach (var source in sources.Where(source => !registers.Contains((string)source!["register"]!)).ToList())
        {
            sources.Remove(source);
        }

        return JsonSerializer.SerializeToElement(saved);
    }
}
