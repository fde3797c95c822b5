using System.Text.RegularExpressions;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Statistics.Orders;

namespace Kpr.Core.Tests.Extracts;

public sealed partial class ExtractReadingTests
{
    private static readonly ExtractOrder Good = TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt", "kjonn", "diagnoser"));

    [Fact]
    public void What_is_in_no_decision_or_no_catalogue_is_refused()
    {
        var grant = TestExtract.Grant() with { Variables = new Dictionary<string, string?> { ["claims.tidspunkt"] = null, ["claims.guid"] = null } };

        Assert.Contains("åpner ikke variabelen «claims.kjonn»", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt", "kjonn")), grant));
        Assert.Contains("har ikke «guid»", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "guid")), grant));
        Assert.Contains("har ikke «personKey»", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "personKey"))));
        Assert.Contains("har ikke «finnesIkke»", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "finnesIkke"))));
        Assert.Contains("åpner ikke datasettet «care-events»", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("care-events", "hendelse")), grant));
        Assert.Contains("ikke noe datasett «npr»", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("npr", "x"))));
        Assert.Contains("annen sak", TestExtract.Refusal(Good with { Case = "2026-0002" }));
        Assert.Contains("annen sak", TestExtract.Refusal(Good with { Order = "kpr-2" }));
    }

    [Fact]
    public void No_internal_variable_can_be_had_whatever_the_decision_says()
    {
        var grant = TestExtract.Grant() with { Variables = VariableCatalogue.All.ToDictionary(variable => variable.Id, _ => (string?)null) };

        Assert.All(VariableCatalogue.All.Where(variable => !variable.IsOffered), variable =>
            Assert.Contains("Variabelkatalogen har ikke", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset(variable.Dataset, variable.Column.Name)), grant)));
    }

    [Fact]
    public void An_order_must_be_whole()
    {
        Assert.Contains("datasett", TestExtract.Refusal(TestExtract.Order()));
        Assert.Contains("to ganger", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "kjonn"), TestExtract.Dataset("claims", "tidspunkt"))));
        Assert.Contains("to ganger", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt", "tidspunkt/month"))));
        Assert.Contains("må ha variabler", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims"))));
        Assert.Contains("utvalg", TestExtract.Refusal(Good with { Population = null! }));
        Assert.Contains("må bestilles sammen", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "takstEgenandeler"))));
        Assert.Contains("må bestilles sammen", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "diagnoseNumre", "takster"))));
    }

    [Fact]
    public void A_day_beyond_the_decision_or_the_collection_is_refused()
    {
        var claims = TestExtract.Dataset("claims", "tidspunkt");
        Assert.Contains("går ut over vedtaket", TestExtract.Refusal(TestExtract.Order(claims with { From = new DateOnly(2020, 12, 31) })));
        Assert.Contains("går ut over vedtaket", TestExtract.Refusal(TestExtract.Order(claims with { To = new DateOnly(2023, 1, 1) })));
        Assert.Contains("må gå fremover", TestExtract.Refusal(TestExtract.Order(claims with { From = new DateOnly(2022, 5, 2), To = new DateOnly(2022, 5, 1) })));
        var wide = TestExtract.Grant() with { From = new DateOnly(2010, 1, 1) };
        Assert.Contains("ikke samlet inn i hele perioden: fra 2016-07-01", TestExtract.Refusal(TestExtract.Order(claims with { From = new DateOnly(2016, 6, 30) }), wide));
    }

    [Fact]
    public void A_form_that_is_not_known_or_finer_than_promised_is_refused_and_a_coarser_one_is_not()
    {
        var promised = TestExtract.Grant(("claims.tidspunkt", "quarter"), ("claims.diagnoser", "chapter"), ("claims.fodselsaar", "age-5"));

        Assert.Contains("finnes ikke som «week». Den finnes som month, quarter, year", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt/week"))));
        Assert.Contains("finnes ikke som «month»", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "kjonn/month"))));
        Assert.Contains("lovet grovere i vedtaket: som «quarter»", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt")), promised));
        Assert.Contains("lovet grovere", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt/month")), promised));
        Assert.Contains("lovet grovere", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("claims", "diagnoser")), promised));
        TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt/year", "diagnoser/chapter", "fodselsaar/age-10")), promised);
        Assert.Contains("kan ikke leveres som «county»", TestExtract.Refusal(TestExtract.Order(TestExtract.Dataset("care-events", "tjenesteOrgNr/county"))));
    }

    [Fact]
    public void Beside_moved_dates_no_other_form_of_a_date_is_delivered()
    {
        var moved = TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt", "fodselsaar/age-5")) with { Dates = DateTreatment.Shifted };
        TestExtract.Plan(moved);

        Assert.Contains("som er en sann dato", TestExtract.Refusal(moved with { Datasets = [TestExtract.Dataset("claims", "tidspunkt", "henvisningDato/year")] }));
        Assert.Contains("som er en sann dato", TestExtract.Refusal(moved with { Datasets = [moved.Datasets[0], TestExtract.Dataset("care-events", "hendelseRegTid/month")] }));
        Assert.Contains("rapportens år", TestExtract.Refusal(moved with { Datasets = [TestExtract.Dataset("care-report", "dodsdato")] }));
    }

    [Theory]
    [InlineData("kjonn", null, "1")]
    [InlineData("kjonn", null, "2 Kvinne")]
    [InlineData("bostedKommuneNr", null, "0301")]
    [InlineData("bostedKommuneNr", "county", "46")]
    [InlineData("fodselsaar", null, "1950-1959")]
    [InlineData("fodselsaar", "age-10", "60–69 år")]
    [InlineData("tidspunkt", "month", "2022-05")]
    [InlineData("tjeneste", null, "lege")]
    [InlineData("diagnoser", null, "T90")]
    [InlineData("diagnoser", null, "ICPC-2:T90")]
    [InlineData("diagnoser", null, "E11*")]
    [InlineData("diagnoser", "chapter", "T")]
    [InlineData("takster", null, "2ad")]
    [InlineData("bydel", "municipality", "0301")]
    public void Filters_take_codes_of_every_kind(string variable, string? form, string value) =>
        TestExtract.Plan(Filtered(variable, form, value));

    [Theory]
    [InlineData("kjonn", null, "3", "har ingen kode")]
    [InlineData("bostedKommuneNr", null, "9998", "har ingen kode")]
    [InlineData("bydel", "county", "99", "har ingen kode «99»")]
    [InlineData("fodselsaar", null, "19", "ikke et år")]
    [InlineData("tidspunkt", null, "2022-05-01", "kan ikke filtreres på dag")]
    [InlineData("tidspunkt", "month", "2020-05", "har ingen kode")]
    [InlineData("diagnoser", null, "diabetes", "har ingen kode «diabetes»")]
    [InlineData("diagnoser", null, "SNOMED:T90", "har ingen kode")]
    [InlineData("takster", null, "a b", "har ingen kode")]
    [InlineData("behandlerHpr", null, "9712345", "kan ikke filtreres")]
    [InlineData("bydel", null, "030105", "kan ikke filtreres")]
    [InlineData("kjonn", null, "", "må ha 1")]
    [InlineData("guid", null, "x", "Variabelkatalogen har ikke")]
    public void Filters_with_unknown_codes_are_refused(string variable, string? form, string value, string because) =>
        Assert.Contains(because, TestExtract.Refusal(Filtered(variable, form, value)));

    [Fact]
    public void Filters_and_criteria_on_variables_or_forms_outside_the_decision_are_refused()
    {
        var grant = TestExtract.Grant(("claims.bostedKommuneNr", "county"));
        grant = grant with { Variables = grant.Variables.Where(one => one.Key != "claims.kjonn").ToDictionary() };

        Assert.Contains("åpner ikke variabelen «claims.kjonn»", TestExtract.Refusal(Filtered("kjonn", null, "1"), grant));
        Assert.Contains("lovet grovere", TestExtract.Refusal(Filtered("bostedKommuneNr", null, "0301"), grant));
        TestExtract.Plan(Filtered("bostedKommuneNr", "county", "03"), grant);
        Assert.Contains("åpner ikke variabelen «claims.kjonn»", TestExtract.Refusal(Criterion("claims", new OrderedFilter(new OrderedVariable("kjonn"), ["1"])), grant));
        Assert.Contains("går ut over vedtaket", TestExtract.Refusal(
            Good with { Population = new ExtractedPopulation([new PopulationCriterion("claims", new DateOnly(2019, 1, 1), TestExtract.To, [])]) }));
    }

    [Fact]
    public void Populations_and_controls_must_make_sense()
    {
        Assert.Contains("enten etter kriterier eller", TestExtract.Refusal(Criterion("claims") with { Population = new ExtractedPopulation([], "list-1") }));
        Assert.Contains("1–20 kriterier", TestExtract.Refusal(Good with { Population = new ExtractedPopulation([]) }));
        Assert.Contains("antall poster", TestExtract.Refusal(Good with { Population = new ExtractedPopulation([new PopulationCriterion("claims", TestExtract.From, TestExtract.To, [], 0)]) }));
        Assert.Contains("forutsetter et utvalg", TestExtract.Refusal(Good with { Population = new ExtractedPopulation(Controls: new ControlMatching(1, ["kjonn"], "claims")) }));
        Assert.Contains("1–10 for hver", TestExtract.Refusal(Controlled(new ControlMatching(11, ["kjonn"], "claims"))));
        Assert.Contains("1–10 for hver", TestExtract.Refusal(Controlled(new ControlMatching(1, [], "claims"))));
        Assert.Contains("kan ikke velges etter «diagnoser»", TestExtract.Refusal(Controlled(new ControlMatching(1, ["diagnoser"], "claims"))));
        Assert.Contains("ikke noe datasett", TestExtract.Refusal(Controlled(new ControlMatching(1, ["kjonn"], "npr"))));
        Assert.Contains("har ikke «alder»", TestExtract.Refusal(Controlled(new ControlMatching(1, ["alder"], "claims"))));
        var plan = TestExtract.Plan(Controlled(new ControlMatching(4, ["kjonn", "fodselsaar", "bostedKommuneNr"], "claims")));
        Assert.Equal(["regning", "diagnose", "utvalg"], plan.Tables.Select(table => table.Name));
        Assert.Equal(["claims"], plan.Scanned.Select(source => source.Name));
    }

    [Fact]
    public void Data_for_a_linkage_are_of_its_own_population_and_their_dates_are_true()
    {
        var linked = TestExtract.Grant() with { KeyBatch = "batch-1" };

        Assert.Contains("koblingens liste", TestExtract.Refusal(Criterion("claims"), linked));
        Assert.Contains("koblingens liste", TestExtract.Refusal(Good with { Population = new ExtractedPopulation(ListId: "list-1") }, linked));
        Assert.Contains("koblingens liste", TestExtract.Refusal(Controlled(new ControlMatching(4, ["kjonn"], "claims")), linked));
        Assert.Contains("kan ikke flyttes", TestExtract.Refusal(Good with { Dates = DateTreatment.Shifted }, linked));
        Assert.Null(TestExtract.Plan(Good, linked).ListId);
    }

    [Fact]
    public void Every_variable_that_is_offered_has_columns_that_other_tools_can_name_in_every_form()
    {
        var cannot = new List<string>();
        foreach (var variable in VariableCatalogue.All.Where(variable => variable.IsOffered && ListShape.OfBeside(variable.Dataset, variable.Column.Name) is null))
        {
            foreach (var form in ExtractForms.FormsOf(variable))
            {
                var order = TestExtract.Order(TestExtract.Dataset(variable.Dataset, form is null ? variable.Column.Name : $"{variable.Column.Name}/{form}"));
                if (ExtractReading.Read(order, TestExtract.Grant(), ReferenceData.Default, out var plan) is null)
                {
                    Named(plan!);
                }
                else
                {
                    cannot.Add($"{variable.Id}/{form}");
                }
            }
        }

        // Nothing in the register says where the provider of a care service is.
        Assert.Equal(["care-events.tjenesteOrgNr/municipality", "care-events.tjenesteOrgNr/county"], cannot);
        Named(TestExtract.Plan(TestExtract.Order([.. ExtractSource.All.Select(source => TestExtract.Everything(source.Name))])));
    }

    [Fact]
    public void Numbers_of_practitioners_practices_and_organisations_are_keys_of_the_project()
    {
        var plan = TestExtract.Plan(TestExtract.Order(TestExtract.Everything("claims"), TestExtract.Everything("care-events")));

        Assert.Equal(
            ["praksis_lnr", "avsender_lnr", "behandler_lnr", "praksisorg_lnr", "tjenesteyter_lnr"],
            plan.Datasets.SelectMany(dataset => dataset.Columns).Where(column => column.Key is not null).Select(column => column.Column.Name));
        Assert.All(plan.Tables.Where(table => table.Parent is null), table => Assert.Equal("person_lnr", table.Columns[0].Name));
    }

    private static ExtractOrder Filtered(string variable, string? form, string value) =>
        Good with { Datasets = [Good.Datasets[0] with { Variables = [new OrderedVariable("tjeneste")], Filters = [new OrderedFilter(new OrderedVariable(variable, form), [value])] }] };

    private static ExtractOrder Criterion(string dataset, params OrderedFilter[] filters) =>
        Good with { Datasets = [TestExtract.Dataset("claims", "tjeneste")], Population = new ExtractedPopulation([new PopulationCriterion(dataset, TestExtract.From, TestExtract.To, filters)]) };

    private static ExtractOrder Controlled(ControlMatching controls) =>
        Good with { Population = new ExtractedPopulation([new PopulationCriterion("claims", TestExtract.From, TestExtract.To, [])], Controls: controls) };

    private static void Named(ExtractPlan plan)
    {
        Assert.Equal(plan.Tables.Count(), plan.Tables.Select(table => table.Name).Distinct().Count());
        foreach (var table in plan.Tables)
        {
            Assert.Matches(Name(), table.Name);
            Assert.All(table.Columns, column => Assert.Matches(Name(), column.Name));
            Assert.Equal(table.Columns.Count, table.Columns.Select(column => column.Name.ToUpperInvariant()).Distinct().Count());
            Assert.Empty(table.PrimaryKey.Except(table.Columns.Select(column => column.Name)));
            Assert.All(table.Columns, column => Assert.True(column.Norwegian.Length > 0 && column.English.Length > 0));
            Assert.True(table.Parent is not { } parent || (plan.Tables.Any(other => other.Name == parent.Key) && table.Columns[0].Name == parent.Value));
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,31}$")]
    private static partial Regex Name();
}
