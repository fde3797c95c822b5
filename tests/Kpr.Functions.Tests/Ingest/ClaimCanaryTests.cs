using System.Text.RegularExpressions;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>Numbers planted in every text of claims of either form, one claim for each place, and in what stands around them.</summary>
public sealed partial class ClaimCanaryTests
{
    private const int Places = 60;

    [Theory]
    [InlineData("xml")]
    [InlineData("json")]
    public async Task No_number_planted_in_claims_is_found_in_anything_the_system_wrote(string form)
    {
        await using var test = await TestSystem.StartAsync(TestSystem.With(("Kpr:Ingest:ChunkRecords", "3")));
        var planted = 0;
        string Next() => CanaryTests.Canaries[planted++];
        string Planted(string text, int place) => Replaced(form, text, place, Next);

        var claims = Enumerable.Range(0, Places).Select(Claim).Select(claim => form == "xml" ? claim.ToXml() : claim.ToJson()).ToList();
        var whole = ClaimDocuments.Write(form, [.. Enumerable.Range(0, Places).Select(Claim)]);
        for (var place = 0; place < Places; place++)
        {
            whole = whole.Replace(claims[place], Planted(claims[place], place), StringComparison.Ordinal);
        }

        Assert.InRange(planted, 15, Places);
        await test.UploadAsync($"claims/{ClaimDocuments.Sender}/krav {Next()}.{form}", whole);

        // What stands around the claims, place by place: each a file of its own, since it is often refused as a whole.
        var around = ClaimDocuments.Write(form, Claim(100));
        var inside = form == "xml" ? Claim(100).ToXml() : Claim(100).ToJson();
        var (before, behind) = (around[..around.IndexOf(inside, StringComparison.Ordinal)], around[(around.IndexOf(inside, StringComparison.Ordinal) + inside.Length)..]);
        for (var place = 0; place < 30 && planted < CanaryTests.Canaries.Length - 2; place++)
        {
            await test.UploadAsync($"claims/{ClaimDocuments.Sender}/rundt-{place}.{form}", Planted(before, place) + inside + behind);
        }

        await test.UploadAsync($"claims/{ClaimDocuments.Sender}/bak.{form}", before + inside + Planted(behind, 0));
        await CanaryTests.AssertHiddenAsync(test, planted);
        Assert.NotEmpty(await test.ListAsync(Containers.Receipts, "claims/"));
    }

    private static TestClaim Claim(int number) => new(number)
    {
        Betalt = true, Merknad = "Merknad", Etternavn = "Etternavn", Fornavn = "Fornavn", Kjonn = "1", Fodselsdato = "1942-03-17", Fritak = "F",
        Henvist = [("7170", "L09")], Prosedyrer = [("NCMP", "AAA00")], BehandlerId = "9144900", BehandlerType = "LE",
    };

    // A text with a number in the place of one of its values; unchanged where it has no more.
    private static string Replaced(string form, string text, int place, Func<string> next)
    {
        var values = (form == "xml" ? XmlValue() : JsonValue()).Matches(text);
        return place < values.Count ? text[..values[place].Index] + next() + text[(values[place].Index + values[place].Length)..] : text;
    }

    [GeneratedRegex("(?<==\")(?!http)[^\"]+(?=\")|(?<=>)[^<>\\s][^<>]*(?=</)")]
    private static partial Regex XmlValue();

    [GeneratedRegex("(?<=\": \")[^\"]+(?=\")")]
    private static partial Regex JsonValue();
}
