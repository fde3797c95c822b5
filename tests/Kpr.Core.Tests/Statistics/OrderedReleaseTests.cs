using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Releases;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

/// <summary>The ledger over tables as they are ordered of the register: forms, filters, periods and states of it.</summary>
public sealed class OrderedReleaseTests
{
    private static readonly TableOrder Year = new(
        "Kontakter", "claims", [new OrderedVariable("diagnoser", "chapter")], [new OrderedVariable("kjonn")], TableMeasure.Contacts, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));

    // Contacts of 2024: chapter, sex, birth year, municipality, month, one person each. Every number of the year is a large one.
    private static readonly IReadOnlyList<(string Chapter, string Sex, int Born, string Home, DateOnly Day)> Contacts =
    [
        .. Enumerable.Range(0, 900).Select(at => (
            ((string[])["A", "L", "R"])[at % 3], at / 3 % 2 == 0 ? "1 Mann" : "2 Kvinne", 1950 + (at / 6 % 5 * 10), at / 30 % 2 == 0 ? "1103" : "0301",
            new DateOnly(2024, 1 + (at % 11), 1 + (at / 11 % 28)))),
        ("A", "1 Mann", 1960, "1103", new DateOnly(2024, 12, 31)),
        ("A", "1 Mann", 1960, "1108", new DateOnly(2024, 12, 30)),
    ];

    [Fact]
    public void The_same_table_may_be_had_again_and_other_variables_of_the_same_contacts_too()
    {
        var ledger = Ledger(Release("first", Year));

        Assert.True(ledger.Judge(Release("again", Year)).MayRelease);
        Assert.True(ledger.Judge(Release("ages", Year with { Rows = [new OrderedVariable("fodselsaar", "age-10")] })).MayRelease);
        Assert.True(ledger.Judge(Release("quarters", Year with { Rows = [new OrderedVariable("tidspunkt", "quarter")], Columns = [] })).MayRelease);
    }

    [Fact]
    public void A_period_that_ends_a_day_earlier_gives_away_the_contact_of_that_day()
    {
        var verdict = Ledger(Release("year", Year)).Judge(Release("day less", Year with { To = new DateOnly(2024, 12, 30) }));

        Assert.Contains(verdict.Findings, finding => finding is { Hidden: false, Lower: 1, Upper: 1 } && finding.Codes["tidspunkt"] == "2024-12-31");
    }

    [Fact]
    public void A_filter_that_leaves_one_municipality_out_gives_away_its_contact()
    {
        var without = Year with { Filters = [new OrderedFilter(new OrderedVariable("bostedKommuneNr"), ["1103", "0301"])] };
        var verdict = Ledger(Release("all", Year)).Judge(Release("without", without));

        Assert.Contains(verdict.Findings, finding => finding is { Lower: 1, Upper: 1 } && !finding.Hidden);
        Assert.True(Ledger(Release("without", without)).Judge(Release("again", without)).MayRelease);
    }

    [Fact]
    public void A_month_alone_and_the_other_months_together_give_nothing_but_their_difference()
    {
        var months = Year with { Rows = [new OrderedVariable("tidspunkt", "month")], Columns = [] };
        var verdict = Ledger(Release("year", Year with { Rows = [new OrderedVariable("kjonn")], Columns = [] }))
            .Judge(Release("to November", months with { To = new DateOnly(2024, 11, 30) }));

        // Of December there are two contacts, and both tables are needed to know it.
        Assert.Contains(verdict.Findings, finding => finding is { Lower: 2, Upper: 2 });
    }

    [Fact]
    public void Records_that_came_since_are_given_away_when_they_are_few_and_not_when_they_are_many()
    {
        var before = Release("before", Year, contacts: Contacts.Skip(1).ToList(), states: ["0"]);
        var many = Release("many", Year, contacts: [.. Contacts, .. Contacts], states: ["0", "1"]);

        Assert.Contains(Ledger(before).Judge(Release("one more", Year, states: ["0", "1"])).Findings, finding => finding is { Lower: 1, Upper: 1 });
        Assert.True(Ledger(Release("first", Year, states: ["0"])).Judge(many).MayRelease);
        Assert.NotNull(Ledger(before).Judge(Release("silently other", Year, states: ["0"])).Refusal);
    }

    [Fact]
    public void Counties_and_municipalities_are_one_variable()
    {
        var county = Year with { Rows = [new OrderedVariable("bostedKommuneNr", "county")], Columns = [] };
        var stavanger = Year with { Rows = [new OrderedVariable("kjonn")], Columns = [], Filters = [new OrderedFilter(new OrderedVariable("bostedKommuneNr"), ["1103"])] };

        Assert.True(Ledger(Release("county", county)).Judge(Release("again", county)).MayRelease);

        // Rogaland less Stavanger is one contact in Sandnes.
        Assert.Contains(Ledger(Release("county", county)).Judge(Release("stavanger", stavanger)).Findings, finding => finding is { Hidden: false, Lower: 1, Upper: 1 });
    }

    [Fact]
    public void Of_contacts_more_must_be_behind_a_difference_than_of_persons_and_of_sums_nothing_is_enough()
    {
        var (all, without) = (Release("all", Year), Release("without", Year with { Filters = [new OrderedFilter(new OrderedVariable("bostedKommuneNr"), ["1103", "1108"])] }));

        // Oslo has hundreds of contacts, and some dozens in each cell.
        Assert.True(Ledger(all).Judge(without).MayRelease);
        Assert.False(new ReleaseLedger(new PrimaryRules(), 5, [all]) { Small = OrderedRelease.Small(TableMeasure.Sum, 5) }.Judge(without).MayRelease);
        Assert.Equal((5L, 25L), (OrderedRelease.Small(TableMeasure.Persons, 5), OrderedRelease.Small(TableMeasure.Contacts, 5)));
    }

    [Fact]
    public void Persons_of_two_periods_do_not_add_up_and_are_not_compared()
    {
        var persons = Year with { Measure = TableMeasure.Persons };

        Assert.True(Ledger(Release("year", persons)).Judge(Release("half", persons with { To = new DateOnly(2024, 6, 30) })).MayRelease);
        Assert.NotEqual(OrderedRelease.Units(Year), OrderedRelease.Units(persons));
    }

    [Fact]
    public void Two_national_tables_are_judged_over_what_they_share()
    {
        var municipalities = Year with { Rows = [new OrderedVariable("bostedKommuneNr")] };
        var first = Release("sexes", municipalities);
        var ages = Release("ages", municipalities with { Columns = [new OrderedVariable("fodselsaar", "age-5")] });
        var without = Release("without", municipalities with { Columns = [new OrderedVariable("fodselsaar", "age-5")], To = new DateOnly(2024, 12, 30) });

        Assert.True(Ledger(first).Judge(ages).MayRelease);
        Assert.False(Ledger(first).Judge(without).MayRelease);
    }

    private static ReleaseLedger Ledger(params Release[] releases) => new(new PrimaryRules(), 5, releases);

    private static Release Release(
        string id, TableOrder order, IReadOnlyList<(string Chapter, string Sex, int Born, string Home, DateOnly Day)>? contacts = null, string[]? states = null)
    {
        Assert.Null(TableOrderReading.Read(order, ReferenceData.Default, out var request));
        Assert.Null(request!.Preview(out var preview));
        var count = new TableCount(request, preview!.Layout);
        var rows = (contacts ?? Contacts).Select((contact, at) =>
            $"{at},p{at},ICPC-2:{contact.Chapter}01,{contact.Sex[0]},{contact.Born},{contact.Home},{contact.Day:yyyy-MM-dd}T10:00:00\n");
        Assert.Null(count.Add(new CountedSegment(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            "ordinal,personKey,diagnoser,kjonn,fodselsaar,bostedKommuneNr,tidspunkt\n" + string.Concat(rows))))));
        Assert.Null(count.Finish(out var facts));
        var table = Verified.Protect(preview.Layout, facts);
        return OrderedRelease.Of(id, order, request, table, states ?? ["0"]);
    }
}
