using System.Text;
using System.Text.Json;
using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Tests.Judging;

namespace Kpr.Core.Tests.KuhrDelivery;

public sealed class KuhrChunkTests
{
    private const int Seed = 8_401;

    [Fact]
    public void A_delivery_judged_in_chunks_of_any_size_is_judged_as_the_whole()
    {
        var random = new Random(Seed);
        var feed = Feeds.Find("kuhr-delivery")!;
        var met = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < 60; round++)
        {
            var delivery = RandomDelivery(random);
            var whole = delivery.Judge();
            var outcome = ChunkedJudge.Judge(feed, TestDelivery.Context(), Encoding.UTF8.GetBytes(delivery.ManifestText()), random.Next(1, 9), delivery);

            Assert.True(
                Told(whole.Counts, whole.Findings) == Told(outcome.Counts, outcome.Findings),
                $"seed {Seed}, round {round}\n{Told(whole.Counts, whole.Findings)}\n---\n{Told(outcome.Counts, outcome.Findings)}");
            met.UnionWith(outcome.Rules.Keys);
        }

        Assert.Superset(new HashSet<string>(["I01", "K04", "K09", "K11", "K18", "K22", "K34"]), met);
    }

    private static string Told(ReceiptCounts counts, IReadOnlyList<Finding> findings) =>
        $"{counts}\n{string.Join('\n', findings.Select(finding => JsonSerializer.Serialize(finding, ReceiptJson.Lines.Finding)))}";

    private static TestDelivery RandomDelivery(Random random)
    {
        var claims = random.Next(1, 30);
        var delivery = new TestDelivery(claims);
        for (var i = 0; i < 8; i++)
        {
            var number = random.Next(1, claims + 1);
            _ = random.Next(9) switch
            {
                0 => delivery.Without("person", number),
                1 => delivery.Without("diagnose", number),
                2 => delivery.Without("regning", number),
                3 => delivery.Set("takst", 1, "antall", "0"),
                4 when delivery.Rows("regning").Count > number => delivery.Set("regning", number, "regningsnummer", "1"),
                5 when delivery.Rows("regning").Count > number => delivery.Set("regning", number, "belopOre", "1"),
                6 when delivery.Rows("regning").Count > number => delivery.Set("regning", number, "dato", "x"),
                7 when delivery.Rows("diagnose").Count > number => delivery.Set("diagnose", number, "kode", "\"q\""),
                8 when delivery.Rows("regning").Count > number => Double(delivery, number),
                _ => delivery,
            };
        }

        return delivery;
    }

    // The same id with other content.
    private static TestDelivery Double(TestDelivery delivery, int row)
    {
        delivery.Rows("regning").Insert(row, delivery.Rows("regning")[row]);
        return delivery.Set("regning", row, "regningsnummer", "999");
    }
}
