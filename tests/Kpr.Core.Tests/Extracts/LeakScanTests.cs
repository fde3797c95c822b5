using System.Text;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Extracts.Scan;
using Kpr.Core.Identity;
using Kpr.Core.Tests.Statistics;

namespace Kpr.Core.Tests.Extracts;

public sealed class LeakScanTests
{
    private static readonly string Person = SyntheticIdentity.BirthNumber(new DateOnly(1980, 5, 17), Sex.Female, 12) ?? SyntheticIdentity.BirthNumber(new DateOnly(1980, 5, 17), Sex.Female, 13)!;
    private static readonly string Other = SyntheticIdentity.DNumber(new DateOnly(1971, 2, 3), Sex.Male, 30) ?? SyntheticIdentity.DNumber(new DateOnly(1971, 2, 3), Sex.Male, 31)!;

    [Theory]
    [InlineData("{0}", 0, 1)]
    [InlineData("a,b\nc,{0},d\n", 6, 2)]
    [InlineData("x{0}y", 1, 1)]
    [InlineData("123456 {0}", 7, 1)]
    [InlineData("{0}\n", 0, 1)]
    public void An_identity_number_is_found_where_it_begins(string format, long offset, long line)
    {
        foreach (var number in new[] { Person, Other, $"{Person[..6]} {Person[6..]}" })
        {
            var finding = Assert.Single(Scan(format.Replace("{0}", number, StringComparison.Ordinal)).Findings);
            Assert.Equal(new LeakFinding(LeakKind.NationalId, offset, line), finding);
        }
    }

    [Theory]
    [InlineData("1{0}")]
    [InlineData("{0}1")]
    [InlineData("")]
    [InlineData("17058012345")]
    public void Longer_runs_and_numbers_whose_check_digits_fail_are_none(string format) => Assert.Empty(Scan(format.Replace("{0}", Person, StringComparison.Ordinal)).Findings);

    [Fact]
    public void Two_groups_need_exactly_one_blank_and_whole_groups()
    {
        Assert.Empty(Scan($"{Person[..6]}  {Person[6..]}").Findings);
        Assert.Empty(Scan($"9{Person[..6]} {Person[6..]}").Findings);
        Assert.Empty(Scan($"{Person[..6]} {Person[6..]}9").Findings);
        Assert.Empty(Scan($"{Person[..6]}\n{Person[6..]}").Findings);
        Assert.Equal(14, Assert.Single(Scan($"111111 222222 {Person[..6]} {Person[6..]}").Findings).Offset);
    }

    [Fact]
    public void What_is_found_does_not_depend_on_where_the_bytes_are_cut()
    {
        var random = new RandomNumbers(20260717);
        for (var round = 0; round < 400; round++)
        {
            var text = new StringBuilder();
            var expected = new List<LeakFinding>();
            var register = new PersonKey([.. Enumerable.Range(0, 10).Select(_ => (byte)random.Below(256))]);
            var line = 1L;
            for (var piece = 0; piece < 20; piece++)
            {
                var (kind, number) = random.Below(6) switch
                {
                    0 => (LeakKind.NationalId, random.Below(2) == 0 ? Person : Other),
                    1 => (LeakKind.NationalId, $"{Other[..6]} {Other[6..]}"),
                    2 => (LeakKind.RegisterKey, register.ToString()),
                    3 => (LeakKind.Canary, "KANARI-plantet"),
                    _ => ((LeakKind?)null, new string([.. Enumerable.Range(0, random.Below(30)).Select(_ => "0123456789 abPQ,\"\n"[random.Below(18)])])),
                };
                if (kind is { } found)
                {
                    expected.Add(new LeakFinding(found, text.Length, line));
                }

                line += number.Count(sign => sign == '\n');
                text.Append(number).Append(";x;");
            }

            // Digits drawn at random may happen to be a number; then there is no telling what is expected.
            if (expected.Count(one => one.Kind == LeakKind.NationalId) != Occurrences(text.ToString()))
            {
                continue;
            }

            var scan = new LeakScan(new LeakScanOptions { Persons = new PersonSet([register]), Canaries = ["KANARI-plantet", "aldri å se"] });
            var rest = Encoding.UTF8.GetBytes(text.ToString()).AsSpan();
            while (!rest.IsEmpty)
            {
                var length = Math.Min(rest.Length, random.Below(20));
                scan.Write(rest[..length]);
                rest = rest[length..];
            }

            scan.Finish();
            Assert.True(expected.SequenceEqual(scan.Findings), $"Seed 20260717, round {round}: {string.Join(", ", scan.Findings)} in {text}");
        }

        static int Occurrences(string text) => Enumerable.Range(0, text.Length).Count(at =>
            (at == 0 || !char.IsAsciiDigit(text[at - 1])) && (IsNumber(text, at, 11, "") || IsNumber(text, at, 6, " ")));

        static bool IsNumber(string text, int at, int first, string blank)
        {
            var length = 11 + blank.Length;
            return at + length <= text.Length && (at + length == text.Length || !char.IsAsciiDigit(text[at + length])) && text.AsSpan(at + first).StartsWith(blank)
                && IdentityScan.IsNationalId(text[at..(at + first)] + text[(at + first + blank.Length)..(at + length)]);
        }
    }

    [Fact]
    public void What_is_passed_over_a_word_at_a_time_is_what_is_harmless_a_byte_at_a_time()
    {
        var random = new RandomNumbers(20261122);
        var key = new PersonKey([.. Enumerable.Range(1, 10).Select(at => (byte)(37 * at))]).ToString();
        string[] pieces = [Person, Person[..6], Person[6..], Other, key, key[..16], key[1..], "P", "L", "1", "8", "23456", "7ABCDEFG", " ", "  ", "\n", ",", "é", "a"];
        var found = 0L;
        for (var round = 0; round < 4_000; round++)
        {
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 12).Select(_ => pieces[random.Below(pieces.Length)])));
            foreach (var options in (LeakScanOptions[])[LeakScanOptions.Default, new LeakScanOptions { Persons = new PersonSet([PersonKey.Parse(key)]) }])
            {
                var (whole, slow) = (new LeakScan(options), new LeakScan(options));
                whole.Write(text);
                whole.Finish();
                foreach (var sign in text)
                {
                    slow.Write([sign]);
                }

                slow.Finish();
                Assert.True(slow.Findings.SequenceEqual(whole.Findings), $"seed 20261122, round {round}: {Encoding.UTF8.GetString(text)}");
                found += whole.Count;
            }
        }

        Assert.True(found > 1_000, $"{found} found");
    }

    [Fact]
    public void Columns_may_be_exempt_from_identity_numbers_but_from_nothing_else()
    {
        var key = new PersonKey([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        var options = new LeakScanOptions { ExemptColumns = ["konto"], Persons = new PersonSet([key]), Canaries = ["KANARI"] };
        var text = $"navn,konto,tekst\n\"a,\"\"b\"\"\",{Person},x\n{Person},{Person},\"KANARI\n\"\nc,{key},{Other}\n";

        var scan = LeakScan.Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);

        Assert.Equal([(LeakKind.NationalId, 3L), (LeakKind.Canary, 3L), (LeakKind.RegisterKey, 5L), (LeakKind.NationalId, 5L)], scan.Findings.Select(one => (one.Kind, one.Line)));
    }

    [Fact]
    public void Without_a_list_every_word_with_the_form_of_a_register_key_is_found_and_keys_of_projects_never_are()
    {
        var key = new PersonKey([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        using var keys = new ProjectKeys(TestExtract.Secret());
        var texts = Enum.GetValues<KeyKind>().Select(kind => keys.Of(kind, "1").ToString());

        Assert.Equal(3, Assert.Single(Scan($"ab,{key},c").Findings).Offset);
        Assert.Equal(0, Assert.Single(Scan($"{key}").Findings).Offset);
        Assert.Empty(Scan($"A{key},{key}A,{string.Join(',', texts)}").Findings);
    }

    [Fact]
    public void No_more_than_a_thousand_findings_are_kept_and_all_are_counted()
    {
        var scan = Scan(string.Concat(Enumerable.Repeat($"{Person}\n", 1500)));

        Assert.Equal(1500, scan.Count);
        Assert.Equal(1000, scan.Findings.Count);
        Assert.Equal(1000, scan.Findings[^1].Line);
    }

    private static LeakScan Scan(string text) => LeakScan.Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), LeakScanOptions.Default);
}
