using Kpr.Core.Tests.Claims;

namespace Kpr.Core.Tests.Memory;

/// <summary>The rules of claims that look beyond the file.</summary>
public sealed class ClaimsAcrossFilesTests
{
    private readonly RememberingRegister _register = new("claims", ClaimDocuments.Sender);

    public static TheoryData<string> Forms => ["xml", "json"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task K03_the_same_claim_in_a_later_file_is_a_repetition_and_another_under_its_guid_is_rejected(string form)
    {
        await TakeAsync(form, new TestClaim(1), new TestClaim(2));
        Assert.Equal("1+0+1", await TakeAsync(form, new TestClaim(2), new TestClaim(3)));
        Assert.Equal("K03 RR 1, 1+1+0", await TakeAsync(form, new TestClaim(1) { Belop = "181.50" }, new TestClaim(4)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task K04_a_number_of_an_earlier_file_is_taken_until_its_claim_is_credited(string form)
    {
        await TakeAsync(form, new TestClaim(1));
        var again = new TestClaim(2) { Regningsnummer = "1" };
        Assert.Equal("K04 RR 1, 0+1+0", await TakeAsync(form, again));
        Assert.Equal("1+0+0", await TakeAsync(form, Credit(1)));
        await _register.MergeAsync();
        Assert.Equal("1+0+0", await TakeAsync(form, again));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task K23_a_credit_is_held_against_the_claim_of_an_earlier_file(string form)
    {
        await TakeAsync(form, new TestClaim(1), new TestClaim(2));
        Assert.Equal("K23 RR 1, 0+1+0", await TakeAsync(form, Credit(1) with { Belop = "-180.00" }));
        Assert.Equal("1+0+0", await TakeAsync(form, Credit(1)));
        Assert.Equal("K23 W 1, 1+0+0", await TakeAsync(form, Credit(7)));
        _register.ReceivedAt = _register.ReceivedAt.AddYears(4);
        Assert.Contains("K23 RR 1", await TakeAsync(form, Credit(2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task K24_a_share_that_an_earlier_file_told_paid_stays_paid()
    {
        await TakeAsync("json", new TestClaim(1) { Betalt = true }, new TestClaim(2) { Betalt = false });
        Assert.StartsWith("K24 RR 1, 1+1+0", await TakeAsync("json", Correction(1, paid: false), Correction(2, paid: true)), StringComparison.Ordinal);
        Assert.StartsWith("K24 RR 1, 0+1+0", await TakeAsync("json", Correction(2, paid: false)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-10T10:00:00+01:00", "2026-02-10T11:00:00+01:00", true)]
    [InlineData("2026-02-10T10:00:00+01:00", "2026-02-10T11:01:00+01:00", false)]
    [InlineData("2026-02-10T23:30:00+01:00", "2026-02-11T00:20:00+01:00", true)]
    [InlineData("2026-02-11T00:20:00+01:00", "2026-02-10T23:30:00+01:00", true)]
    public async Task K29_a_contact_within_an_hour_of_a_consultation_is_warned_of_in_whatever_file_each_is(string consultation, string contact, bool told)
    {
        TestClaim[] claims = [new TestClaim(1) { Tidspunkt = consultation }, Contact(2) with { Tidspunkt = contact }, Contact(3) with { Tidspunkt = contact, Fid = TestClaim.Woman }];
        Assert.Equal(told ? "K29 W 2, 3+0+0" : "3+0+0", await TakeAsync("json", claims));

        var inOrder = new RememberingRegister("claims", ClaimDocuments.Sender);
        await inOrder.TakeAsync(ClaimDocuments.Json(claims[0]));
        Assert.Equal(told ? "K29 W 1, 2+0+0" : "2+0+0", await inOrder.TakeAsync(ClaimDocuments.Json(claims[1..])));

        var turned = new RememberingRegister("claims", ClaimDocuments.Sender);
        await turned.TakeAsync(ClaimDocuments.Json(claims[1..]));
        Assert.Equal(told ? "K29 W 1, 1+0+0" : "1+0+0", await turned.TakeAsync(ClaimDocuments.Json(claims[0])));
    }

    [Fact]
    public async Task K30_the_same_consultation_in_a_later_file_is_warned_of()
    {
        await TakeAsync("json", new TestClaim(1));
        Assert.Equal("K30 W 1, 1+0+0", await TakeAsync("json", new TestClaim(2) { Tidspunkt = new TestClaim(1).Tidspunkt }));
    }

    private Task<string> TakeAsync(string form, params TestClaim[] claims) => _register.TakeAsync(ClaimDocuments.Write(form, claims));

    private static TestClaim Contact(int number) => new(number) { Takster = [("1be", "180.50", "1")] };

    private static TestClaim Credit(int number) => new(number) { Kreditering = true, Belop = "-180.50", Takster = [("2ad", "-180.50", "1")] };

    private static TestClaim Correction(int number, bool paid) => new(number) { Korrigering = true, Betalt = paid };
}
