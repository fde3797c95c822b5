using Kpr.Core.Formats;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Persons;
using Kpr.Core.Tests.CareEvents;

namespace Kpr.Core.Tests.Rules;

/// <summary>The rules that compare a number with what is stated beside it, which care events do not do.</summary>
public sealed class StatedPersonRuleTests
{
    private static readonly string Woman = SyntheticIdentity.BirthNumber(new DateOnly(1980, 5, 17), Sex.Female, 1)
        ?? SyntheticIdentity.BirthNumber(new DateOnly(1980, 5, 17), Sex.Female, 2)!;

    private static readonly string DNumberOfWoman = SyntheticIdentity.DNumber(new DateOnly(1980, 5, 17), Sex.Female, 1)
        ?? SyntheticIdentity.DNumber(new DateOnly(1980, 5, 17), Sex.Female, 2)!;

    [Theory]
    [InlineData(1980, false)]
    [InlineData(1981, true)]
    [InlineData(0, false)]
    [InlineData(null, false)]
    public void I14_warns_when_the_stated_birth_year_is_another(int? stated, bool warns) =>
        AssertFindings(The<I14BirthYearAgrees>.Rule, new StatedPerson(Woman, IdentityType.BirthNumber) { Year = stated }, warns, "fid");

    [Fact]
    public void I14_passes_over_D_numbers_whose_century_nobody_knows() =>
        AssertFindings(The<I14BirthYearAgrees>.Rule, new StatedPerson(DNumberOfWoman, IdentityType.DNumber) { Year = 1900 }, false, "fid");

    [Theory]
    [InlineData(Sex.Female, false)]
    [InlineData(Sex.Male, true)]
    [InlineData(Sex.Unknown, false)]
    public void I15_warns_when_the_stated_sex_is_another(Sex stated, bool warns)
    {
        AssertFindings(The<I15SexAgrees>.Rule, new StatedPerson(Woman, IdentityType.BirthNumber) { StatedAs = stated }, warns, "fid");
        AssertFindings(The<I15SexAgrees>.Rule, new StatedPerson(DNumberOfWoman, IdentityType.DNumber) { StatedAs = stated }, warns, "fid");
    }

    [Fact]
    public void I15_passes_over_numbers_of_2032_which_tell_no_sex()
    {
        var number = Enumerable.Range(0, 50).Select(serial => SyntheticIdentity.BirthNumberFrom2032(new DateOnly(1980, 5, 17), serial, 1)).First(made => made is not null)!;
        AssertFindings(The<I15SexAgrees>.Rule, new StatedPerson(number, IdentityType.BirthNumber) { StatedAs = Sex.Male }, false, "fid");
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("123456789", false)]
    [InlineData("0", true)]
    [InlineData("000", true)]
    [InlineData("1234567890", true)]
    [InlineData("12a", true)]
    [InlineData("", true)]
    public void I26_warns_of_what_is_no_HPR_number(string number, bool warns) =>
        AssertFindings(The<I26HprNumber>.Rule, new StatedPerson(Woman, IdentityType.BirthNumber) { Hpr = number }, warns, "hpr");

    private static void AssertFindings(RecordRule<PersonRecord> rule, StatedPerson person, bool warns, string field)
    {
        var verdict = new RecordVerdict(new FileContext(CareEventDocument.ReceivedAt, new RuleSettings()));
        verdict.Begin(person);
        rule.Judge(person, verdict);

        Assert.Equal(warns ? [(rule.Id, Severity.Warning, field)] : [], verdict.Findings.Select(finding => (finding.Rule, finding.Severity, finding.Field!)));
    }

    private sealed class StatedPerson : PersonRecord
    {
        private readonly string _number;

        public StatedPerson(string number, IdentityType type)
        {
            _number = number;
            Begin(1, 1, 0);
            IdentityType = type;
        }

        public int? Year { get; init; }

        public Sex StatedAs { get; init; }

        public string? Hpr { get; init; }

        public override string? RecordId => null;

        public override bool HasPerson => true;

        public override string? IdentityNumber => _number;

        public override string? IdentityTypeText => "1";

        public override string IdentityNumberField => "fid";

        public override string IdentityTypeField => "typeID";

        public override int? StatedBirthYear => Year;

        public override Sex StatedSex => StatedAs;

        public override IEnumerable<(string Field, string Number)> HprNumbers => Hpr is null ? [] : [("hpr", Hpr)];

        public override UInt128 ContentHash() => 0;
    }
}
