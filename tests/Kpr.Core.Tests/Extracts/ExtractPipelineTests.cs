using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Extracts.Scan;
using Kpr.Core.Persons;

namespace Kpr.Core.Tests.Extracts;

public sealed class ExtractPipelineTests
{
    private static readonly SyntheticRegister Register = SyntheticRegister.Of(seed: 20260101, persons: 60);

    private static ExtractPlan All(DateTreatment dates = DateTreatment.AsOrdered) => TestExtract.Plan(
        TestExtract.Order([.. ExtractSource.All.Where(source => dates == DateTreatment.AsOrdered || !source.IsAnnual).Select(source => TestExtract.Everything(source.Name))]) with { Dates = dates });

    [Theory]
    [InlineData(DateTreatment.AsOrdered)]
    [InlineData(DateTreatment.Shifted)]
    public void Nothing_that_may_not_leave_is_in_an_extract_of_everything_that_is_offered(DateTreatment dates)
    {
        var extract = TestExtract.Make(Register, All(dates));

        Assert.Equal(60, extract.Persons.Count);
        foreach (var (table, text) in extract.Files)
        {
            Assert.True(text.Split('\n').Length > 30, $"{table} has few rows.");
            using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            var scan = LeakScan.Of(file, new LeakScanOptions
            {
                Persons = new PersonSet(Register.Persons),
                Canaries = [SyntheticRegister.Canary, "999888777", "888777666", "9712345", "100001"],
            });
            Assert.True(scan.Count == 0, $"{table}: {string.Join(", ", scan.Findings)}");
            Assert.DoesNotContain("ordinal", text.Split('\n')[0]);
        }
    }

    [Fact]
    public void Rows_of_another_period_are_not_extracted()
    {
        var plan = TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt") with { From = new DateOnly(2022, 3, 1), To = new DateOnly(2022, 4, 15) }));

        var rows = TestExtract.Make(Register, plan).Rows("regning");

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.InRange(row["tidspunkt"], "2022-03-01", "2022-04-15T99"));
    }

    [Fact]
    public void Nobody_outside_the_population_is_extracted()
    {
        var population = new PersonSet(Register.Persons.Take(7));

        var extract = TestExtract.Make(Register, All(), population: population);

        Assert.Equal(population.InOrder(), extract.Persons.InOrder());
        var keys = population.InOrder().Select(person => TestExtract.KeyOf(person)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(keys, extract.Rows("regning").Select(row => row["person_lnr"]).Distinct());
        Assert.All(extract.Tables, table => Assert.Equal(7, table.Persons));
    }

    [Fact]
    public void The_order_in_which_rows_lie_in_the_register_changes_no_byte_and_neither_does_the_memory_given()
    {
        var expected = TestExtract.Make(Register, All(), limit: 1 << 26);

        foreach (var (shuffle, limit) in new[] { (1UL, 1 << 26), (2UL, 3_000), (3UL, 50_000) })
        {
            var extract = TestExtract.Make(Register, All(), limit: limit, shuffle: shuffle);

            Assert.Equal(expected.Files, extract.Files);
            Assert.True(limit > 3_000 || extract.Runs > expected.Runs);
        }
    }

    [Fact]
    public void Rows_stand_by_person_and_day_and_not_in_the_order_of_the_register()
    {
        var rows = TestExtract.Make(Register, TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt")))).Rows("regning");

        var keys = rows.Select(row => (row["person_lnr"], row["tidspunkt"][..10])).ToList();
        Assert.Equal(keys.Order(), keys);
    }

    [Fact]
    public void Rows_do_not_tell_by_their_order_what_a_coarser_date_hides()
    {
        var years = TestExtract.Make(Register, TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt/year")))).Rows("regning");
        var days = TestExtract.Make(Register, TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt")))).Rows("regning");

        Assert.All(years, row => Assert.Equal("2022", row["tidspunkt_aar"]));
        Assert.NotEqual(days.Select(row => row["regning_lnr"]), years.Select(row => row["regning_lnr"]));
        Assert.Equal(days.Select(row => row["regning_lnr"]).Order(StringComparer.Ordinal), years.Select(row => row["regning_lnr"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Deleted_and_reserved_persons_are_left_out_and_replaced_numbers_are_one_person()
    {
        var (erased, reserved, dental, old) = (Register.Persons[0], Register.Persons[1], Register.Persons[2], Register.Persons[3]);
        var decisions = new PersonIndex(new PersonList(
        [
            new PersonDecision("1", PersonDecisionKind.Erasure, "26/1", default, [erased.ToString()]),
            new PersonDecision("2", PersonDecisionKind.Reservation, "26/2", default, [reserved.ToString()]) { Services = ReservedServices.Disclosure },
            new PersonDecision("3", PersonDecisionKind.Reservation, "26/3", default, [dental.ToString()]) { Services = ReservedServices.Dental },
            new PersonDecision("4", PersonDecisionKind.Link, "26/4", default, [old.ToString(), Register.Persons[4].ToString()]) { Old = old.ToString(), New = Register.Persons[4].ToString() },
        ]));

        var extract = TestExtract.Make(Register, TestExtract.Plan(TestExtract.Order(TestExtract.Everything("claims"))), decisions: decisions);

        Assert.Equal(57, extract.Persons.Count);
        Assert.False(extract.Persons.Contains(erased) || extract.Persons.Contains(reserved) || extract.Persons.Contains(old));
        Assert.True(extract.Persons.Contains(dental));
        Assert.Equal(8, extract.Rows("regning").Count(row => row["person_lnr"] == TestExtract.KeyOf(Register.Persons[4])));
    }

    [Fact]
    public void A_credited_claim_and_an_annulled_event_are_not_extracted()
    {
        var register = new SyntheticRegister();
        var person = register.NewPerson(new Statistics.RandomNumbers(5));
        register.Add("claims/2022/05/lege", person, ("guid", "a"), ("tidspunkt", "2022-05-01T10:00:00"));
        register.Add("claims/2022/05/lege", person, ("guid", "b"), ("tidspunkt", "2022-05-02T10:00:00"));
        register.Add("claims/2022/05/lege", person, ("guid", "c"), ("tidspunkt", "2022-05-03T10:00:00"), ("krediterer", "a"));
        register.Add("claims/avvist/2022/05/lege", person, ("guid", "d"), ("tidspunkt", "2022-05-04T10:00:00"));
        register.Add("claims/2022/05/lege", null, ("guid", "e"), ("tidspunkt", "2022-05-05T10:00:00"));

        var rows = TestExtract.Make(register, TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt")))).Rows("regning");

        Assert.Equal("2022-05-02T10:00:00", Assert.Single(rows)["tidspunkt"]);
    }

    [Fact]
    public void Lists_become_tables_of_their_own_that_the_key_of_the_row_joins()
    {
        var register = new SyntheticRegister();
        var person = register.NewPerson(new Statistics.RandomNumbers(6));
        register.Add("claims/2022/05/lege", person, ("guid", "a"), ("tidspunkt", "2022-05-01T10:00:00"), ("diagnoser", "ICPC-2:L09 ICD-10:M54%205 P76"), ("diagnoseNumre", "2 1 3"),
            ("takster", "2ad*1@18000 11dd*3"), ("takstEgenandeler", "16000 -"), ("prosedyrekoder", "NCMP:WDAG10*1@100"));

        var extract = TestExtract.Make(register, TestExtract.Plan(TestExtract.Order(
            TestExtract.Dataset("claims", "diagnoser", "diagnoseNumre", "takster", "takstEgenandeler", "prosedyrekoder"))));
        var key = extract.Rows("regning")[0]["regning_lnr"];

        Assert.Equal(
            $"regning_lnr,kodeNr,diagnoseTabell,diagnoseKode,erHoveddiagnose\n{key},2,ICPC-2,L09,0\n{key},1,ICD-10,M54 5,1\n{key},3,,P76,0\n", extract.Files["diagnose"]);
        Assert.Equal($"regning_lnr,kodeNr,takstKode,antall,belopOre,egenandelOre\n{key},1,2ad,1,18000,16000\n{key},2,11dd,3,,\n", extract.Files["takst"]);
        Assert.Equal($"regning_lnr,kodeNr,kodeverk,kode,antall,belopOre\n{key},1,NCMP,WDAG10,1,100\n", extract.Files["prosedyrekode"]);
        Assert.StartsWith("R", key);
    }

    [Fact]
    public void Lists_of_annual_reports_and_school_health_have_keys_in_the_place_of_local_names()
    {
        var extract = TestExtract.Make(Register, All());

        Assert.Equal("9", extract.Rows("kartlegging").Select(row => row["skaar"]).Distinct().Order(StringComparer.Ordinal).Last());
        Assert.Equal(120, extract.Rows("kartlegging").Count);
        var matters = extract.Rows("sak").ToDictionary(row => row["rapport_lnr"], row => row["sak_lnr"]);
        Assert.All(extract.Rows("tjeneste"), row => Assert.Equal(matters[row["rapport_lnr"]], row["sak_lnr"]));
        Assert.Equal(5, matters.Values.Distinct().Count());
        Assert.Equal(["4.50"], extract.Rows("tjeneste").Select(row => row["timer"]).Distinct());
        Assert.Equal(["2022-05-12T09:30:00"], extract.Rows("maling").Select(row => row["tid"]).Distinct());
        Assert.Equal(["", "104.5"], extract.Rows("maling").Select(row => row["verdi"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(2, extract.Rows("helseperson").Select(row => row["behandler_lnr"]).Distinct().Count());
        Assert.All(extract.Rows("rapport"), row => Assert.Equal("2022", row["rapportaar"]));
    }

    [Fact]
    public void Cells_with_commas_quotes_and_line_breaks_come_out_as_they_are()
    {
        var register = new SyntheticRegister();
        var person = register.NewPerson(new Statistics.RandomNumbers(7));
        register.Add("claims/2022/05/lege", person, ("guid", "a"), ("tidspunkt", "2022-05-01T10:00:00"), ("debitor", "a,\"b\"\nc"), ("fagomraade", "æøå"));

        var text = TestExtract.Make(register, TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "debitor", "fagomraade")))).Files["regning"];

        Assert.EndsWith(",\"a,\"\"b\"\"\nc\",æøå\n", text);
    }

    [Fact]
    public void Moved_dates_keep_intervals_and_days_of_the_week_and_every_date_of_a_person_moves_alike()
    {
        var plan = TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt"), TestExtract.Dataset("care-events", "hendelseDato", "notifikasjonTid")) with { Dates = DateTreatment.Shifted });
        var truth = TestExtract.Plan(TestExtract.Order(TestExtract.Dataset("claims", "tidspunkt"), TestExtract.Dataset("care-events", "hendelseDato", "notifikasjonTid")));

        var (moved, still) = (TestExtract.Make(Register, plan), TestExtract.Make(Register, truth));

        using var keys = new ProjectKeys(TestExtract.Secret());
        foreach (var (table, row, column) in new[] { ("regning", "regning_lnr", "tidspunkt"), ("hendelse", "hendelse_lnr", "hendelseDato"), ("hendelse", "hendelse_lnr", "notifikasjonTid") })
        {
            var shifts = Register.Persons.ToDictionary(person => keys.OfPerson(person).ToString(), keys.ShiftOf);
            var known = still.Rows(table).ToDictionary(cells => cells[row], cells => cells[column]);
            Assert.All(moved.Rows(table), cells =>
            {
                Assert.Equal(DateOnly.Parse(known[cells[row]][..10]).AddDays(shifts[cells["person_lnr"]]), DateOnly.Parse(cells[column][..10]));
                Assert.Equal(known[cells[row]][10..], cells[column][10..]);
            });
        }
    }

    [Fact]
    public void Coarser_forms_are_delivered_as_the_tables_of_the_register_have_them()
    {
        var register = new SyntheticRegister();
        var person = register.NewPerson(new Statistics.RandomNumbers(8));
        register.Add("claims/2022/05/lege", person, ("guid", "a"), ("tidspunkt", "2022-05-01T10:00:00"), ("fodselsaar", "1960"), ("bostedKommuneNr", "4601"), ("bydel", "460105"), ("praksisKommuneNr", "0301"),
            ("praksisId", "7"), ("diagnoser", "ICPC-2:T90 ICD-10:M545"));

        var extract = TestExtract.Make(register, TestExtract.Plan(TestExtract.Order(
            TestExtract.Dataset("claims", "tidspunkt/quarter", "fodselsaar/age-10", "bostedKommuneNr/county", "bydel/municipality", "praksisId/county", "diagnoser/chapter"))));

        var row = Assert.Single(extract.Rows("regning"));
        Assert.Equal(["2022K2", "60–69 år", "46", "4601", "03"], row.Values.Skip(2));
        Assert.Equal(["T", ""], extract.Rows("diagnose").Select(diagnosis => diagnosis["kapittel"]));
        Assert.Equal(["person_lnr", "regning_lnr", "tidspunkt_kvartal", "fodselsaar_alder10", "bostedKommuneNr_fylke", "bydel_kommune", "praksisId_fylke"], row.Keys);
    }
}
