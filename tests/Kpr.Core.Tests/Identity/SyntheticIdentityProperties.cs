using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Identity;

namespace Kpr.Core.Tests.Identity;

public sealed class SyntheticIdentityProperties
{
    // A fixed seed: the same cases every time. FsCheck prints the failing case.
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20320101UL, 17UL);

    private static readonly Gen<DateOnly> Births =
        Gen.Choose(new DateOnly(1854, 1, 1).DayNumber, new DateOnly(2039, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    private static readonly Gen<Sex> Sexes = Gen.Elements(Sex.Male, Sex.Female);

    private static readonly Gen<(DateOnly Birth, Sex Sex, int Serial)> People =
        from birth in Births from sex in Sexes from serial in Gen.Choose(0, 320) select (birth, sex, serial);

    private static void Holds<T>(Gen<T> cases, Func<T, bool> property) => Prop.ForAll(cases.ToArbitrary(), property).Check(Seeded);

    [Fact]
    public void Every_birth_number_is_valid_synthetic_and_gives_back_its_birth_date_and_sex() => Holds(People, person =>
        SyntheticIdentity.BirthNumber(person.Birth, person.Sex, person.Serial) is not { } number
        || (NationalIdNumber.Analyse(number) is
        { Shape: NumberShape.BirthNumber, Synthetic: SyntheticSeries.Tenor, IsPlaceholder: false } analysis
            && analysis.IsValid() && analysis.BirthDate == person.Birth && analysis.Sex == person.Sex && ChecksumsHold(number, 0)));

    [Fact]
    public void Every_d_number_is_valid_and_synthetic_and_gives_no_birth_date() => Holds(People, person =>
        SyntheticIdentity.DNumber(person.Birth, person.Sex, person.Serial) is not { } number
        || (NationalIdNumber.Analyse(number) is
        { Shape: NumberShape.DNumber, Synthetic: SyntheticSeries.Tenor, BirthDate: null } analysis
            && analysis.IsValid() && analysis.Sex == person.Sex && ChecksumsHold(number, 0)));

    [Fact]
    public void Every_h_number_is_an_h_number() => Holds(People, person =>
        SyntheticIdentity.HNumber(person.Birth, person.Sex, person.Serial) is not { } number
        || (NationalIdNumber.Analyse(number) is { Shape: NumberShape.HNumber, Synthetic: SyntheticSeries.NavMonth40 } analysis
            && analysis.IsValid() && ChecksumsHold(number, 0)));

    [Fact]
    public void Every_number_of_the_2032_rule_holds_under_that_rule_only() => Holds(
        from birth in Births from serial in Gen.Choose(0, 320) from remainder in Gen.Choose(1, 3) select (birth, serial, remainder),
        given => SyntheticIdentity.BirthNumberFrom2032(given.birth, given.serial, given.remainder) is not { } number
            || (NationalIdNumber.Analyse(number) is
            { FirstCheckDigit: CheckDigitVerdict.RelaxedOnly, Synthetic: SyntheticSeries.Tenor, Sex: Sex.Unknown } analysis
                && !analysis.IsValid() && analysis.IsValid(CheckDigitRule.From2032) && ChecksumsHold(number, given.remainder)));

    [Fact]
    public void Every_fh_number_and_duf_is_valid() => Holds(Gen.Choose(0, 199_999_999), serial =>
        (SyntheticIdentity.FhNumber(serial) is not { } fh
            || (NationalIdNumber.Analyse(fh) is { Shape: NumberShape.FhNumber, Sex: Sex.Unknown } analysis && analysis.IsValid()))
        && NationalIdNumber.Analyse(SyntheticIdentity.DufNumber(2020, serial % 1_000_000)) is { Shape: NumberShape.Duf } duf && duf.IsValid());

    [Fact]
    public void Every_organisation_number_is_valid_and_begins_with_8_or_9() => Holds(Gen.Choose(0, 1_999_999), serial =>
        SyntheticIdentity.OrganisationNumber(serial) is not { } number
        || (OrganisationNumber.IsValid(number) && !OrganisationNumber.IsTestSeries(number) && number[0] is '8' or '9'));

    [Fact]
    public void A_change_of_any_one_digit_is_caught() => Holds(
        from person in People from at in Gen.Choose(0, 10) from add in Gen.Choose(1, 9) select (person, at, add),
        given =>
        {
            if (SyntheticIdentity.BirthNumber(given.person.Birth, given.person.Sex, given.person.Serial) is not { } number) return true;
            var changed = number.ToCharArray();
            changed[given.at] = (char)('0' + ((changed[given.at] - '0' + given.add) % 10));
            return !NationalIdNumber.Analyse(changed).IsValid(CheckDigitRule.From2032);
        });

    [Fact]
    public void Any_eleven_digits_are_judged_as_a_plain_computation_judges_them() => Holds(
        Gen.ArrayOf(Gen.Choose(0, 9), 11).Select(digits => string.Concat(digits)),
        number =>
        {
            var analysis = NationalIdNumber.Analyse(number);
            return (analysis.FirstCheckDigit == CheckDigitVerdict.Valid) == (Remainder(number, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) == 0)
                && (analysis.FirstCheckDigit == CheckDigitVerdict.RelaxedOnly) == (Remainder(number, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) is 1 or 2 or 3)
                && (analysis.SecondCheckDigit == CheckDigitVerdict.Valid) == (Remainder(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) == 0);
        });

    [Fact]
    public void Most_serials_have_a_number_and_all_numbers_differ()
    {
        var birth = new DateOnly(1950, 5, 12);
        var numbers = (from sex in (Sex[])[Sex.Male, Sex.Female]
                       from serial in Enumerable.Range(0, 300)
                       select SyntheticIdentity.BirthNumber(birth, sex, serial)).OfType<string>().ToList();

        Assert.InRange(numbers.Count, 480, 520);
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void Arguments_out_of_range_give_no_number()
    {
        var birth = new DateOnly(1950, 5, 12);

        Assert.Null(SyntheticIdentity.BirthNumber(birth, Sex.Male, 300));
        Assert.Null(SyntheticIdentity.BirthNumber(birth, Sex.Male, -1));
        Assert.Null(SyntheticIdentity.BirthNumber(birth, Sex.Male, int.MaxValue));
        Assert.Null(SyntheticIdentity.BirthNumber(new DateOnly(2040, 1, 1), Sex.Male, 0));
        Assert.Null(SyntheticIdentity.BirthNumber(new DateOnly(1853, 12, 31), Sex.Male, 0));
        Assert.Null(SyntheticIdentity.DNumber(birth, Sex.Male, 500));
        Assert.Null(SyntheticIdentity.FhNumber(200_000_000));
        Assert.Null(SyntheticIdentity.DufNumber(999, 0));
        Assert.Null(SyntheticIdentity.OrganisationNumber(2_000_000));
        Assert.Null(SyntheticIdentity.HprNumber(100_000_000));
        Assert.True(HprNumber.IsValid(SyntheticIdentity.HprNumber(7)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticIdentity.BirthNumber(birth, Sex.Unknown, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticIdentity.BirthNumberFrom2032(birth, 0, 4));
    }

    private static bool ChecksumsHold(string number, int remainder) =>
        Remainder(number, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) == remainder && Remainder(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) == 0;

    private static int Remainder(string number, int[] weights) => weights.Select((weight, i) => weight * (number[i] - '0')).Sum() % 11;
}
