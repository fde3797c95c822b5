using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Cases;
using Kpr.Core.Pricing;

namespace Kpr.Core.Tests.Pricing;

public sealed class FeeCalculationTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20260405UL, 7UL);
    private static readonly FeeCalculation Usual = new(PriceLists.Known, FeePolicy.Default);

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(1_441)]
    [InlineData(int.MinValue)]
    public void Hours_that_cannot_be_are_refused_and_named(int minutes)
    {
        var refusal = Usual.Price(WorkedSumTests.Request("fhi", DeliveryKind.PersonLevel, 60) with { Work = [new WorkEntry("2026-0001/4", new DateOnly(2024, 5, 2), minutes)] }).Refusal;

        Assert.Equal(Refusals.HoursAbsurd.Number, refusal!.Number);
        Assert.Equal(["2026-0001/4"], refusal.About);
    }

    [Fact]
    public void More_than_five_years_of_work_are_refused() => Assert.Equal(
        Refusals.HoursAbsurd.Number, Usual.Price(WorkedSumTests.Request("fhi", DeliveryKind.PersonLevel, FeeCalculation.MostMinutes + 1)).Refusal!.Number);

    [Fact]
    public void A_day_without_a_list_a_payee_without_lists_and_a_grade_the_list_does_not_have_are_refused()
    {
        var request = WorkedSumTests.Request("ssb", DeliveryKind.Statistics, 60);

        Assert.Equal(["ssb", "2021-12-31"], Usual.Price(request with { DecidedOn = new DateOnly(2021, 12, 31) }).Refusal!.About);
        Assert.Equal(Refusals.PriceListMissing.Number, Usual.Price(request with { Payee = "dmp" }).Refusal!.Number);
        Assert.Equal(Refusals.GradeUnknown.Number, Usual.Price(request).Refusal!.Number);
    }

    [Fact]
    public void Grades_have_their_rates_and_lines()
    {
        var day = new DateOnly(2023, 2, 1);
        var fee = Usual.Price(new FeeRequest("ssb", DeliveryKind.Statistics, day, day, day, [new("a", day, 60, "2"), new("b", day, 30, "6"), new("c", day.AddDays(1), 45, "2")])).Fee!;

        Assert.Equal([("2", 175L, 147_175L), ("6", 50L, 104_850L)], fee.Lines.Select(line => (line.Grade, line.Hundredths, line.Net.Ore)));
        Assert.Equal(["a", "c"], fee.Lines[0].Work);
    }

    [Fact]
    public void A_rate_changed_in_the_middle_of_a_case_follows_the_policy()
    {
        var request = new FeeRequest(
            "fhi", DeliveryKind.PersonLevel, new DateOnly(2023, 10, 1), new DateOnly(2023, 12, 20), new DateOnly(2024, 2, 1),
            [new("old", new DateOnly(2023, 12, 28), 600), new("new", new DateOnly(2024, 1, 3), 300)]);

        Assert.Equal(Money.Kroner(15 * 1_055), By(ListApplies.Submission).Net);
        Assert.Equal(Money.Kroner(15 * 1_055), By(ListApplies.Decision).Net);
        var mixed = By(ListApplies.Work);
        Assert.Equal(Money.Kroner((10 * 1_055) + (5 * 1_115)), mixed.Net);
        Assert.Equal(["fhi-2020", "fhi-2024"], mixed.Lines.Select(line => line.PriceList));

        Fee By(ListApplies applies) => new FeeCalculation(PriceLists.Known, new FeePolicy { Applies = applies }).Price(request).Fee!;
    }

    [Fact]
    public void Refreshing_data_was_free_while_the_list_said_so()
    {
        var request = WorkedSumTests.Request("hds", DeliveryKind.PersonLevel, 60) with { Refresh = true };

        Assert.Equal(Money.Zero, Usual.Price(request with { DecidedOn = new DateOnly(2023, 12, 31) }).Fee!.Net);
        Assert.Equal(Money.Kroner(1_155), Usual.Price(request with { DecidedOn = new DateOnly(2024, 1, 1) }).Fee!.Net);
    }

    [Fact]
    public void Work_that_was_broken_off_costs_what_was_done() => Assert.Equal(
        Money.Kroner(2 * 1_155), Usual.Price(WorkedSumTests.Request("kreft", DeliveryKind.PersonLevel, 120) with { IncurredOnly = true }).Fee!.Net);

    [Fact]
    public void Estimates_show_the_other_readings_and_how_far_the_work_may_go()
    {
        var request = WorkedSumTests.Request("fhi", DeliveryKind.PersonLevel, 600) with { SubmittedOn = new DateOnly(2023, 12, 1) };

        Assert.Null(FeeEstimate.Make(PriceLists.Known, FeePolicy.Default, request, out var estimate));
        Assert.Equal((Money.Kroner(11_150), Money.Kroner(12_265)), (estimate!.Fee.Net, estimate.Ceiling));
        Assert.Equal((ListApplies.Submission, Money.Kroner(10_550)), Assert.Single(estimate.Alternatives) is var other ? (other.Applies, other.Fee.Net) : default);
        Assert.False(estimate.IsExceededBy(Usual.Price(WorkedSumTests.Request("fhi", DeliveryKind.PersonLevel, 660)).Fee!));
        Assert.True(estimate.IsExceededBy(Usual.Price(WorkedSumTests.Request("fhi", DeliveryKind.PersonLevel, 675)).Fee!));
        Assert.Equal(Refusals.PriceListMissing.Number, FeeEstimate.Make(PriceLists.Known, FeePolicy.Default, request with { Payee = "?" }, out _)!.Number);
    }

    [Fact]
    public void Work_billed_in_parts_costs_what_it_costs_in_one() => Prop.ForAll(
        (from payee in Gen.Elements("hds", "fhi", "kreft")
         from kind in Gen.Elements(DeliveryKind.Statistics, DeliveryKind.PersonLevel)
         from parts in Gen.Choose(1, 700).NonEmptyListOf()
         select (payee, kind, parts: parts.Take(12).ToList())).ToArbitrary(),
        work =>
        {
            var (whole, before) = (Money.Zero, 0);
            foreach (var part in work.parts)
            {
                whole += Usual.Price(WorkedSumTests.Request(work.payee, work.kind, part) with { MinutesBefore = before, IncurredOnly = true }).Fee!.Net;
                before += part;
            }

            return whole == Usual.Price(WorkedSumTests.Request(work.payee, work.kind, before) with { IncurredOnly = true }).Fee!.Net;
        }).Check(Seeded);

    [Fact]
    public void More_work_never_costs_less() => Prop.ForAll(
        (from payee in Gen.Elements("hds", "fhi", "kreft")
         from kind in Gen.Elements(DeliveryKind.Statistics, DeliveryKind.PersonLevel)
         from minutes in Gen.Choose(1, 20_000)
         from more in Gen.Choose(0, 500)
         select (payee, kind, minutes, more)).ToArbitrary(),
        work => Usual.Price(WorkedSumTests.Request(work.payee, work.kind, work.minutes)).Fee!.Net
            <= Usual.Price(WorkedSumTests.Request(work.payee, work.kind, work.minutes + work.more)).Fee!.Net).Check(Seeded);
}
