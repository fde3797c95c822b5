using Kpr.Core.Pricing;

namespace Kpr.Core.Tests.Pricing;

/// <summary>The worked sums: what each kind of case costs by the lists of 2024.</summary>
public sealed class WorkedSumTests
{
    private static readonly DateOnly Day = new(2024, 5, 2);

    [Fact]
    public void Student_statistics_of_less_than_an_hour_cost_nothing_anywhere()
    {
        var helsedataservice = Price(Request("hds", DeliveryKind.Statistics, 132) with { BaseFee = true, Student = true });
        var register = Price(Request("fhi", DeliveryKind.Statistics, 48));

        Assert.Equal((Money.Zero, Money.Zero), (helsedataservice.Total, register.Total));
        Assert.Equal("Studentprosjekt med anonyme data er gratis", Assert.Single(helsedataservice.Notes));
        Assert.Equal("Statistikk under 60 minutter faktureres ikke", Assert.Single(register.Notes));
    }

    [Fact]
    public void Statistics_of_one_register()
    {
        var helsedataservice = Price(Request("hds", DeliveryKind.Statistics, 132) with { BaseFee = true });
        var register = Price(Request("fhi", DeliveryKind.Statistics, 360));

        Assert.Equal(Money.Kroner(4_965), helsedataservice.Net);
        Assert.Equal(Money.Kroner(6_690), register.Net);
        Assert.Equal(Money.Kroner(11_655), helsedataservice.Net + register.Net);
        Assert.Equal(new Money(1_456_875), helsedataservice.Total + register.Total);
    }

    [Fact]
    public void Person_level_data_of_one_register()
    {
        Assert.Equal(Money.Kroner(15_360), Price(Request("hds", DeliveryKind.PersonLevel, 690) with { BaseFee = true }).Net);
        Assert.Equal(Money.Kroner(24_530), Price(Request("fhi", DeliveryKind.PersonLevel, 22 * 60)).Net);
    }

    [Fact]
    public void Person_level_data_of_three_registers_linked()
    {
        var helsedataservice = Price(Request("hds", DeliveryKind.PersonLevel, 18 * 60) with { BaseFee = true, Sources = 3 });
        var institute = Price(Request("fhi", DeliveryKind.PersonLevel, 40 * 60));
        var cancer = Price(Request("kreft", DeliveryKind.PersonLevel, 7 * 60));

        Assert.Equal(Money.Kroner(23_790), helsedataservice.Net);
        Assert.Equal(Money.Kroner(44_600), institute.Net);
        Assert.Equal(Money.Kroner(11_550), cancer.Net);
        Assert.Equal([FeeItem.Preparation, FeeItem.MinimumHours], cancer.Lines.Select(line => line.Item));
        Assert.Equal(Money.Kroner(79_940), helsedataservice.Net + institute.Net + cancer.Net);
    }

    [Theory]
    [InlineData(ExemptBodies.Media, 300, 0)]
    [InlineData(ExemptBodies.Media, 600, 0)]
    [InlineData(ExemptBodies.Media, 660, 9)]
    [InlineData(null, 300, 3)]
    [InlineData(null, 120, 0)]
    public void Tables_of_the_cancer_register_are_billed_from_the_third_hour_and_exempt_bodies_pay_beyond_ten(string? body, int minutes, int hours) =>
        Assert.Equal(Money.Kroner(1_155 * hours), Price(Request("kreft", DeliveryKind.Statistics, minutes) with { ExemptBody = body }).Net);

    [Fact]
    public void Appeals_cost_nothing() => Assert.All(
        ["hds", "fhi", "kreft"], payee => Assert.Equal(Money.Zero, Price(Request(payee, DeliveryKind.PersonLevel, 900) with { BaseFee = true, Appeal = true }).Total));

    [Fact]
    public void Recipients_abroad_pay_no_vat_by_the_category_of_the_setting()
    {
        var request = Request("fhi", DeliveryKind.PersonLevel, 600) with { Abroad = true };
        var export = new VatTreatment(VatCategory.Export, 0, "mval. § 6-22");

        Assert.Equal(("Z", Money.Zero), (Price(request).Lines[0].Vat.Code, Price(request).Vat));
        Assert.Equal("G", new FeeCalculation(PriceLists.Known, new FeePolicy { Abroad = export }).Price(request).Fee!.Lines[0].Vat.Code);
    }

    [Fact]
    public void Deciding_may_be_set_exempt_as_exercise_of_public_authority()
    {
        var policy = new FeePolicy { Vat = new Dictionary<string, VatTreatment> { ["hds"] = VatTreatment.PublicAuthority } };
        var fee = new FeeCalculation(PriceLists.Known, policy).Price(Request("hds", DeliveryKind.Statistics, 132) with { BaseFee = true }).Fee!;

        Assert.Equal((Money.Kroner(4_965), Money.Zero), (fee.Net, fee.Vat));
        Assert.All(fee.Lines, line => Assert.Equal("Unntatt merverdiavgift, mval. § 3-9", line.Vat.Reason));
    }

    [Fact]
    public void Every_line_tells_list_date_source_rule_and_hours() => Assert.All(
        Price(Request("kreft", DeliveryKind.Statistics, 300)).Lines,
        line =>
        {
            Assert.Equal(("kreft-2024", new DateOnly(2024, 1, 1), "Hele kvarter, fra time 3"), (line.PriceList, line.ListFrom, line.Rule));
            Assert.NotEmpty(line.ListSource);
            Assert.Equal(["w1"], line.Work);
            Assert.Equal("mval. § 5-1", line.Vat.Reference);
        });

    internal static FeeRequest Request(string payee, DeliveryKind kind, int minutes) => new(payee, kind, Day, Day, Day, Entries(minutes));

    internal static IReadOnlyList<WorkEntry> Entries(int minutes) =>
        [.. Enumerable.Range(0, (minutes + 1_439) / 1_440).Select(at => new WorkEntry($"w{at + 1}", Day, Math.Min(1_440, minutes - (at * 1_440))))];

    private static Fee Price(FeeRequest request)
    {
        var outcome = new FeeCalculation(PriceLists.Known, FeePolicy.Default).Price(request);
        Assert.Null(outcome.Refusal);
        return outcome.Fee!;
    }
}
