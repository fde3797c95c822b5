using Kpr.Core.Register;

namespace Kpr.Core.Tests.Register;

/// <summary>What counts follows from the set of deliveries, never from the order in which they came.</summary>
public sealed class EditionsTests
{
    private const string Sender = "889640782";
    private const int Seed = 20_250_601;

    private static readonly DateOnly Month = new(2025, 5, 1);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1 2>1", "2")]
    [InlineData("1 2>1 3>2", "3")]
    [InlineData("1 3>2", "1 3")]
    [InlineData("1 2>1 3>1", "3")]
    [InlineData("1 2>1 4>2 3>1", "4")]
    [InlineData("1 2>1 5>1 4>2", "5")]
    [InlineData("2>9 3>9", "3")]
    [InlineData("1 2>1! 3>2", "3")]
    [InlineData("1 2>1!", "1")]
    [InlineData("9 1>9", "1")]
    [InlineData("1>2 2>1", "2")]
    [InlineData("1 2>1'", "1 2")]
    public void Of_a_family_the_last_that_nobody_supersedes_counts(string editions, string counting)
    {
        var known = editions.Split(' ').Select(Parse).ToList();
        var superseded = Editions.Superseded(known);
        Assert.Equal(counting, string.Join(' ', known.Where(edition => edition.IsAccepted && !superseded.Contains((edition.Sender, edition.Id))).Select(edition => NumberOf(edition.Id)).Order()));
    }

    [Fact]
    public void Nobody_supersedes_what_another_has_sent()
    {
        var known = new[] { Parse("1"), Parse("2>1") with { Sender = "974760673" } };
        Assert.Empty(Editions.Superseded(known));
    }

    [Fact]
    public void Any_order_of_arrival_gives_the_same_current_view()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 300; round++)
        {
            var deliveries = Deliveries(random);
            var first = View(deliveries, random, shuffled: false);
            for (var order = 0; order < 6; order++)
            {
                Assert.True(first == View(deliveries, random, shuffled: true), $"seed {Seed}, round {round}");
            }
        }
    }

    [Fact]
    public void A_segment_told_twice_changes_nothing()
    {
        var manifest = new PartitionManifest("p", []).With(SegmentOf(Parse("1"))).Knowing([Parse("1"), Parse("2>1")]);
        Assert.Empty(manifest.Segments);
        Assert.Same(manifest, manifest.With(SegmentOf(Parse("1"))).Knowing([Parse("1")]));
        Assert.Equal(SegmentOf(Parse("1")), Assert.Single(manifest.Superseded!));
    }

    // As the register does it: the record of the edition first, then its family as it is known, then the manifests. Steps of several deliveries mix.
    private static string View(List<(Edition Edition, string[] Partitions)> deliveries, Random random, bool shuffled)
    {
        var records = new List<(Edition Edition, string[] Partitions)>();
        var manifests = new Dictionary<string, PartitionManifest>(StringComparer.Ordinal);
        var order = deliveries.ToArray();
        if (shuffled)
        {
            random.Shuffle(order);
        }

        var work = order.Select(Steps).ToList();
        while (work.Count > 0)
        {
            var next = shuffled ? random.Next(work.Count) : 0;
            if (!work[next].MoveNext())
            {
                work.RemoveAt(next);
            }
        }

        return string.Join('\n', manifests.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
            $"{pair.Key}: {string.Join(' ', pair.Value.Segments.Select(segment => segment.Name))} | {string.Join(' ', (pair.Value.Superseded ?? []).Select(segment => segment.Name))}"));

        IEnumerator<bool> Steps((Edition Edition, string[] Partitions) delivery)
        {
            records.Add(delivery);
            yield return true;
            var family = Editions.FamilyOf(delivery.Edition, [.. records.Select(record => record.Edition)]);
            var partitions = records.Where(record => family.Contains(record.Edition)).SelectMany(record => record.Partitions).Distinct(StringComparer.Ordinal).ToList();
            yield return true;
            foreach (var partition in partitions)
            {
                var manifest = manifests.GetValueOrDefault(partition) ?? new PartitionManifest(partition, []);
                manifests[partition] = (delivery.Partitions.Contains(partition) && delivery.Edition.IsAccepted ? manifest.With(SegmentOf(delivery.Edition)) : manifest).Knowing(family);
                yield return true;
            }
        }
    }

    private static List<(Edition Edition, string[] Partitions)> Deliveries(Random random)
    {
        var count = random.Next(2, 8);
        return [.. Enumerable.Range(1, count).Select(number =>
        {
            var link = random.Next(0, count + 2);
            var accepted = random.Next(4) > 0;
            var edition = new Edition(
                IdOf(number), Sender, link == 0 || link == number ? null : IdOf(link), Month.AddMonths(random.Next(5) == 0 ? 1 : 0), new DateTime(2025, 6, 1 + random.Next(4), 0, 0, 0, DateTimeKind.Utc), accepted);
            return (edition, accepted ? Enumerable.Range(0, 4).Where(_ => random.Next(2) == 0).Select(place => $"p{place}").ToArray() : []);
        })];
    }

    private static Segment SegmentOf(Edition edition) => new($"{NumberOf(edition.Id)}.csv.gz", $"{NumberOf(edition.Id)}", edition.Sender, default, 1, "0", edition.Id);

    // "3>2": made on day 3, supersedes 2; "!": rejected; "'": of another month.
    private static Edition Parse(string text)
    {
        var number = text[0] - '0';
        return new Edition(
            IdOf(number), Sender, text.Length > 2 ? IdOf(text[2] - '0') : null, text.EndsWith('\'') ? Month.AddMonths(1) : Month,
            new DateTime(2025, 6, number, 0, 0, 0, DateTimeKind.Utc), !text.EndsWith('!'));
    }

    private static Guid IdOf(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    private static int NumberOf(Guid id) => BitConverter.ToInt32(id.ToByteArray());
}
