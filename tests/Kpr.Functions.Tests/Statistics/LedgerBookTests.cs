using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Functions.Preparation;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Tests.Statistics;

public sealed class LedgerBookTests
{
    private static readonly TableOrder May = new("t", "claims", [], [], TableMeasure.Contacts, new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 31));

    [Fact]
    public void What_was_not_changed_is_one_state()
    {
        var (book, first) = LedgerBook.Empty.With("a", May, [Of("claims/2026/05/lege", "1")]);
        var (again, second) = book.With("b", May, [Of("claims/2026/05/lege", "1")]);

        Assert.Equal(["0"], first);
        Assert.Equal(["0"], second);
        Assert.Equal(["a", "b"], again.Tables.Select(table => table.Id));
    }

    [Fact]
    public void Records_that_came_since_are_a_state_more_for_those_who_count_them_alone()
    {
        var (book, _) = LedgerBook.Empty.With("a", May, [Of("claims/2026/05/lege", "1"), Of("claims/2026/05/tannlege", "2")]);
        var (changed, states) = book.With("b", May, [Of("claims/2026/05/lege", "1+"), Of("claims/2026/05/tannlege", "2")]);

        Assert.Equal(["0", "1"], states);
        Assert.Equal(["0"], changed.With("c", May, [Of("claims/2026/05/tannlege", "2")]).States);
        Assert.Equal(["0", "1"], changed.With("b", May, [Of("claims/2026/05/lege", "1+")]).States);
        Assert.Equal(2, changed.With("b", May, [Of("claims/2026/05/lege", "1+")]).Book.Tables.Count);
    }

    [Fact]
    public void A_partition_that_is_new_is_news_to_tables_of_its_time_alone()
    {
        var (book, _) = LedgerBook.Empty.With("a", May, [Of("claims/2026/05/lege", "1")]);

        Assert.Equal(["0", "1"], book.With("b", May, [Of("claims/2026/05/lege", "1"), Of("claims/2026/05/ukjent", "2")]).States);
        Assert.Equal(["0"], book.With("b", May with { From = new DateOnly(2026, 6, 1), To = new DateOnly(2026, 6, 30) }, [Of("claims/2026/06/lege", "2")]).States);
    }

    [Fact]
    public void What_is_withdrawn_leaves_the_others_and_what_they_counted()
    {
        var book = LedgerBook.Empty.With("a", May, [Of("claims/2026/05/lege", "1")]).Book.With("b", May, [Of("claims/2026/05/lege", "1+")]).Book;
        var without = book.Without(["b"]);

        Assert.Equal(["a"], without.Tables.Select(table => table.Id));
        Assert.Equal(["0", "1"], without.With("c", May, [Of("claims/2026/05/lege", "1+")]).States);
    }

    private static PlannedPartition Of(string partition, string sum) => new(partition, [KeyValuePair.Create("a.csv.gz", sum)]);
}
