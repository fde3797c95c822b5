using System.Text;
using Kpr.Core.Persons;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Persons;
using Kpr.Functions.Register;

namespace Kpr.Functions.Tests.Persons;

/// <summary>Numbers that were replaced: two keys, one person.</summary>
public sealed class LinkTests
{
    private static readonly (string Old, string New) Numbers = PersonWorld.Replaced;

    [Fact]
    public async Task Both_numbers_are_one_person_and_deletion_follows_the_link_either_way()
    {
        foreach (var asked in (string[])[Numbers.Old, Numbers.New])
        {
            await using var test = await TestSystem.StartAsync();
            await TakeAsync(test);
            Assert.Equal(2, await PersonsAsync(test));
            await LinkAsync(test, Numbers.Old, Numbers.New);
            Assert.Equal(1, await PersonsAsync(test));

            await PersonWorld.EraseAsync(test, asked);
            Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));
            Assert.Empty(await PersonWorld.RowsAsync(test));
            Assert.Empty(await PersonWorld.PlacesOfAsync(test, Numbers.Old));
            Assert.Empty(await PersonWorld.PlacesOfAsync(test, Numbers.New));
        }
    }

    [Fact]
    public async Task A_link_that_comes_after_the_deletion_takes_the_other_number_too()
    {
        await using var test = await TestSystem.StartAsync();
        await TakeAsync(test);
        await PersonWorld.EraseAsync(test, Numbers.New);
        await test.Get<ApplyDecisions>().RunAsync(default);
        Assert.Single(await PersonWorld.RowsAsync(test));

        await LinkAsync(test, Numbers.Old, Numbers.New);
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));
        Assert.Empty(await PersonWorld.RowsAsync(test));
    }

    [Fact]
    public async Task Reservation_follows_the_link()
    {
        await using var test = await TestSystem.StartAsync();
        await LinkAsync(test, Numbers.Old, Numbers.New);
        await test.Get<DecideAboutPersons>().ReserveAsync(new PersonRequest(PersonWorld.CaseNumber, Numbers.Old, Services: [ReservedServices.Disclosure]), "test", default);

        var index = await test.Get<PersonListStore>().GetAsync(default);
        Assert.Equal(ReservedServices.Disclosure, index.Reserved(PersonWorld.KeyOf(Numbers.New)));
        Assert.Equal(PersonWorld.KeyOf(Numbers.New), index.Current(PersonWorld.KeyOf(Numbers.Old)));
        Assert.Equal(ReservedServices.None, index.Reserved(PersonWorld.KeyOf(PersonWorld.Her)));
    }

    [Fact]
    public async Task A_number_has_one_successor_and_no_link_leads_back()
    {
        await using var test = await TestSystem.StartAsync();
        await LinkAsync(test, Numbers.Old, Numbers.New);

        Assert.True((await AskAsync(test, Numbers.Old, PersonWorld.Her)).IsConflict);
        Assert.True((await AskAsync(test, Numbers.New, Numbers.Old)).IsConflict);
        Assert.NotNull((await AskAsync(test, Numbers.Old, Numbers.New)).Decision);
        Assert.Null((await AskAsync(test, Numbers.Old, Numbers.Old)).Decision);
        Assert.Null((await AskAsync(test, "12345678901", Numbers.New)).Decision);
        Assert.Single((await test.Get<PersonListStore>().ReadAsync(default)).Decisions);
    }

    private static async Task TakeAsync(TestSystem test) => await PersonWorld.TakeAsync(test, [($"claims/{ClaimDocuments.Sender}/l.json", Encoding.UTF8.GetBytes(
        ClaimDocuments.Json(new TestClaim(1) { Fid = Numbers.Old, FidType = "DNR" }, new TestClaim(2) { Fid = Numbers.New })))]);

    private static async Task LinkAsync(TestSystem test, string old, string next) => Assert.NotNull((await AskAsync(test, old, next)).Decision);

    private static Task<PersonOutcome> AskAsync(TestSystem test, string old, string next) =>
        test.Get<DecideAboutPersons>().LinkAsync(new PersonRequest(PersonWorld.CaseNumber, old, NewNumber: next), "test", default);

    private static async Task<int> PersonsAsync(TestSystem test)
    {
        var index = await test.Get<PersonListStore>().GetAsync(default);
        return (await PersonWorld.RowsAsync(test)).Select(row => index.Current(row.PersonKey)).Distinct().Count();
    }
}
