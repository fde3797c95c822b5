using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

/// <summary>From the decision to the invoice that was sent, by orchestrations alone.</summary>
public sealed class BilledCasesTests
{
    // Decided, and a register delivers: two billers.
    private const string Billed = """
        start: 2026-09-01
        steps:
          - { at: 2026-09-01, case: B, as: applicant/a, do: start, with: { kind: statistics }, expect: draft }
          - as: applicant/a
            do: save-draft
            with:
              sections:
                project: { title: Fastlegekontakter, summary: Kontakter per kommune. }
                parties: { contact: { name: Kontakt En, email: kontakt@example.no } }
                purpose: { category: health-research, text: Hvordan varierer kontakter? }
                sources: { sources: [{ register: kpr, from: 2020-01-01, to: 2023-12-31, variables: [{ id: claims.bostedKommuneNr, reason: Antall. }] }], tableMockup: tabell }
                invoice: { name: Eksempeluniversitetet, organisationNumber: "999999999", buyerReference: B-1 }
          - { as: applicant/a, do: attach, with: { attachment: tabell, kind: table-mockup, fileName: tabell.csv, mediaType: text/csv, bytes: 812, sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa } }
          - { as: system, do: scan-attachment, with: { attachment: tabell, result: clean } }
          - { as: applicant/a, do: submit, expect: submitted }
          - { at: 2026-09-02, as: coordinator, do: start-intake, expect: intake }
          - { as: coordinator, do: assign-handler, with: { subject: handler } }
          - { as: handler, do: declare-complete, expect: in-review }
          - { as: handler, do: assess-gates, with: { findings: [{ gate: G01, verdict: passed, reason: Ja. }, { gate: G05, verdict: passed, reason: Ja. }, { gate: G08, verdict: passed, reason: Ja. }, { gate: G12, verdict: passed, reason: Ja. }] } }
          - { as: handler, do: record-handling, with: { minutes: 132, what: Saksbehandling, on: 2026-09-02 } }
          - { as: handler, do: recommend, with: { outcome: granted, text: Vilkårene er oppfylt. }, expect: recommended }
          - { at: 2026-09-03, as: decider, do: decide, with: { outcome: granted }, expect: decided }
          - { at: 2026-09-04, as: handler, do: dispatch-orders, expect: fulfilment }
          - { as: register/kpr, do: accept-order, with: { order: kpr-1 } }
          - { as: register/kpr, do: start-extraction, with: { order: kpr-1 } }
          - { as: register/kpr, do: record-order-hours, with: { order: kpr-1, minutes: 360, what: Tabell, on: 2026-09-04 } }
          - { as: register/kpr, do: finish-extraction, with: { order: kpr-1, reference: uttrekk/b-1, rows: 1428, decisionVersion: 1, reservationsAsOf: 2026-09-04 } }
          - { as: register/kpr, do: check-output, with: { order: kpr-1, passed: true, text: Kontrollert. } }
          - { as: register/kpr/2, do: release-order, with: { order: kpr-1, delivery: rom/b-1 }, expect: fulfilment }
          - { at: 2026-09-07, expect: fulfilment }
        """;

    [Fact]
    public async Task A_case_that_was_decided_and_delivered_has_an_invoice_of_each_biller_sent_and_knows_of_it()
    {
        using var played = new PlayedSystem(await SharedAzurite.NextAccountAsync(), PlayedSystem.Read(Billed));
        await played.GiveAsync();
        var image = await played.ImageAsync();

        // C3: statistics of KPR, 2.2 hours at Helsedataservice and 6 at FHI: 4 965 and 6 690, 14 568.75 with VAT.
        Assert.Equal(
            [
                "bill B HDS-000001 Sent 6206.25", "bill B FHI-000001 Sent 8362.50", "made fhi/FHI-000001.html", "made fhi/FHI-000001.xml", "made hds/HDS-000001.html",
                "made hds/HDS-000001.xml", "sent FHI-000001.xml", "sent HDS-000001.xml",
            ],
            image.Where(line => !line.StartsWith("B ", StringComparison.Ordinal) && !line.StartsWith("letter", StringComparison.Ordinal)));
        Assert.Equal(["HDS-000001", "FHI-000001"], image.Where(line => line.Contains("billing {", StringComparison.Ordinal) && line.Contains("\"invoice\"", StringComparison.Ordinal))
            .Select(line => line.Contains("HDS-000001", StringComparison.Ordinal) ? "HDS-000001" : line.Contains("FHI-000001", StringComparison.Ordinal) ? "FHI-000001" : line));

        await played.BeginBillsAgainAsync("B");
        await played.BeginBillsAgainAsync("B");
        Assert.Equal(image, await played.ImageAsync());
    }

    [Fact]
    public async Task Broken_off_at_sampled_calls_and_given_again_a_case_ends_with_the_same_bills()
    {
        var matrix = await PlayedCrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync, PlayedSystem.Read(Billed), anyOrder: true);
        foreach (var point in StopPoint.SampleOf(matrix.Calls, 4, seed: 20260902))
        {
            Assert.Empty(await matrix.TryAsync(point));
        }
    }
}
