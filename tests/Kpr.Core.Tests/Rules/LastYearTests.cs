using Kpr.Core.Catalogue;
using Kpr.Core.Rules;
using Kpr.Core.Rules.CareEvents;
using Kpr.Core.Rules.CareReport;
using Kpr.Core.Rules.Claims;
using Kpr.Core.Rules.KuhrDelivery;

namespace Kpr.Core.Tests.Rules;

/// <summary>What the register holds a file against as a whole: last year, and when its sender was last heard of.</summary>
public sealed class LastYearTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1_000, 0, false)]
    [InlineData(1_200, 1_000, false)]
    [InlineData(1_201, 1_000, true)]
    [InlineData(800, 1_000, false)]
    [InlineData(799, 1_000, true)]
    [InlineData(50, 99, false)]
    [InlineData(49, 99, true)]
    [InlineData(149, 99, true)]
    [InlineData(0, 100, true)]
    public void F27_users_deviate_by_a_fifth_or_by_half_where_they_are_few(long users, long before, bool told) =>
        Assert.Equal(told ? Severity.Warning : null, The<F27UsersAsLastYear>.Rule.Compare(users, before)?.Severity);

    [Theory]
    [InlineData("0301", 2024, null)]
    [InlineData("5055", 2020, "delt")]
    [InlineData("1580", 2024, "delt")]
    [InlineData("3107", 2024, "3004 Fredrikstad")]
    [InlineData("5001", 2020, "5030")]
    public void F28_a_municipality_that_has_changed_is_compared_by_its_area(string number, int year, string? told)
    {
        var area = ReferenceData.Default.Municipalities.CompareWith(number, new DateOnly(year, 12, 31), new DateOnly(year - 1, 12, 31));
        var fault = The<F28ComparedByArea>.Rule.Tell(number, area);

        Assert.Equal(told is not null, fault is not null);
        Assert.Contains(told ?? "", fault?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_250, 1_000, false)]
    [InlineData(1_251, 1_000, true)]
    [InlineData(749, 1_000, true)]
    [InlineData(0, 100, true)]
    [InlineData(500, 99, false)]
    public void K35_claims_of_a_service_deviate_by_a_quarter(long claims, long before, bool told) =>
        Assert.Equal(told ? "K35" : null, The<K35VolumeAsLastYear>.Rule.Compare("fastlege", claims, before)?.Rule.Id);

    [Theory]
    [InlineData(14 * 24, false)]
    [InlineData((14 * 24) + 1, true)]
    public void K36_a_provider_was_silent_for_a_fortnight(int hours, bool told) =>
        Assert.Equal(told ? "K36" : null, The<K36ProviderHeardOf>.Rule.Judge(Now, Now.AddHours(-hours))?.Rule.Id);

    [Theory]
    [InlineData(48, false)]
    [InlineData(49, true)]
    public void E14_a_municipality_was_silent_for_two_days(int hours, bool told) =>
        Assert.Equal(told ? "E14" : null, The<E14MunicipalityHeardOf>.Rule.Judge(Now, Now.AddHours(-hours))?.Rule.Id);

    [Fact]
    public void Who_was_never_heard_of_was_not_silent()
    {
        Assert.Null(The<K36ProviderHeardOf>.Rule.Judge(Now, null));
        Assert.Null(The<E14MunicipalityHeardOf>.Rule.Judge(Now, null));
    }
}
