using Kpr.Core.Formats.KuhrDelivery;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Rules.KuhrDelivery;

namespace Kpr.Core.Tests.KuhrDelivery;

/// <summary>K33: what the claims of a person say of the person's sex.</summary>
public sealed class OneSexTests
{
    [Fact]
    public void A_person_with_one_sex_is_not_told_of() => Assert.Empty(Judge([(1, 1), (1, 1), (2, 2)]).Rules);

    [Fact]
    public void A_person_with_two_is_told_of_once()
    {
        var outcome = Judge([(1, 1), (1, 2), (1, 1), (1, 2), (2, 2)]);

        Assert.Equal(("K33", Severity.Warning, 2L), (Assert.Single(outcome.Findings).Rule, outcome.Findings[0].Severity, outcome.Findings[0].Ordinal!.Value));
        Assert.Equal(ReceiptStatus.Accepted, outcome.Status);
    }

    [Theory]
    [InlineData(K33OneSex.Many, ReceiptStatus.Accepted)]
    [InlineData(K33OneSex.Many + 1, ReceiptStatus.Rejected)]
    public void Above_a_thousand_persons_the_delivery_is_stopped(int persons, ReceiptStatus expected) =>
        Assert.Equal(expected, Judge([.. Enumerable.Range(1, persons).SelectMany(person => ((int, int)[])[(person, 1), (person, 2)])]).Status);

    private static FileOutcome Judge((int Person, int Sex)[] claims)
    {
        var context = new FileContext(new DateTimeOffset(2026, 6, 2, 12, 0, 0, TimeSpan.Zero), new RuleSettings());
        using var facts = new FactRuns();
        foreach (var (i, (person, sex)) in claims.Index())
        {
            facts.Add(new Fact(FactKind.Patient, (UInt128)person, 0, i + 1, i + 1, (UInt128)(i + 1), 0, (ulong)sex));
        }

        using var tally = new FileTally([new MessageSpan(1, claims.Length)], null);
        tally.JudgeAcrossRecords(facts.Merge(), new KuhrDeliveryFeed().GroupRules(context), context);
        return tally.Finish();
    }
}
