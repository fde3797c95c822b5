using Kpr.Core.Cases;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Rules;

namespace Kpr.Core.Tests.Cases;

public sealed class CaseRuleTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);
    private static readonly CaseFacts Good = new TestCaseFacts().PersonLevel;

    private static readonly Dictionary<string, (CaseFacts Facts, string Field)> Broken = new()
    {
        ["M01"] = (With(content => content with { Project = content.Project! with { Title = " " } }), "project.title"),
        ["M02"] = (With(content => content with { Parties = content.Parties! with { Contact = new Contact("En", "uten krøllalfa") } }), "parties.contact"),
        ["M03"] = (With(content => content with { Parties = content.Parties! with { Controller = new Organisation("X", "123456789") } }), "parties.controller"),
        ["M04"] = (With(content => content with { Purpose = content.Purpose! with { Text = "" } }), "purpose.text"),
        ["M05"] = (Source(source => source with { Variables = [] }), "sources.kpr"),
        ["M06"] = (Source(source => source with { Variables = [new RequestedVariable("alder", null)] }), "variable:kpr/alder"),
        ["M07"] = (With(content => content with { Invoice = content.Invoice! with { BuyerReference = null } }), "invoice.buyerReference"),
        ["M08"] = (Legal(legal => legal with { Article9 = null }), "legal.article9"),
        ["M09"] = (Legal(legal => legal with { DpiaAttachment = null }), "legal.dpiaAttachment"),
        ["M10"] = (With(content => content with { Security = content.Security! with { StoragePlace = null } }), "security.storagePlace"),
        ["M11"] = (With(content => content with { Security = content.Security! with { Measures = null } }), "security.measures"),
        ["M12"] = (With(content => content with { People = null }), "people.persons"),
        ["M13"] = (Legal(legal => legal with { Rek = null }), "legal.rek"),
        ["M15"] = (With(content => content with { Project = content.Project! with { DeletionOn = null } }), "project.endsOn"),
        ["M16"] = (new TestCaseFacts().Statistics with { Content = Applications.Statistics() with { Sources = Applications.Statistics().Sources! with { TableMockup = null } } }, "sources.tableMockup"),
        ["M17"] = (Legal(legal => legal with { Route = null }), "legal.route"),
        ["M18"] = (With(content => content with { Purpose = content.Purpose! with { Benefit = null } }), "purpose.benefit"),
        ["M19"] = (With(content => content with { Parties = content.Parties! with { Processors = [new Organisation("Sky", null)] } }), "parties.processors:Sky"),
        ["M20"] = (Good with { Attachments = [.. Good.Attachments.Where(file => file.Kind != AttachmentKind.Protocol)] }, "attachment:protocol"),
        ["X01"] = (Rek(rek => rek with { ExpiresOn = Day.AddDays(-1) }), "legal.rek.expiresOn"),
        ["X02"] = (Rek(rek => rek with { CoversPurpose = false }), "legal.rek.coversPurpose"),
        ["X03"] = (Rek(rek => rek with { ExpiresOn = Applications.Ends.AddDays(-1) }), "project.endsOn"),
        ["X04"] = (With(content => content with { People = new PeopleSection([new AccessPerson("Ukjent", "X")]) }), "people.persons:Ukjent"),
        ["X05"] = (With(content => content with { Sources = content.Sources! with { MentionedRegisters = ["kpr", "npr"] } }), "sources.npr"),
        ["X06"] = (Good with { Variables = new OneVariable("claims.tidspunkt") }, "variable:kpr/claims.diagnoser"),
        ["X07"] = (Source(source => source with { From = new DateOnly(2015, 1, 1) }), "sources.kpr"),
        ["X08"] = (Source(source => source with { Register = "bivirkning" }), "sources.bivirkning"),
        ["X09"] = (Source(source => source with { Variables = [new RequestedVariable("navn", "Kontakt.", DirectIdentifier: true)] }), "variable:kpr/navn"),
        ["X10"] = (With(content => content with { Linkage = new LinkageSection(true, "x", [new LinkagePartner("SSB", null, LinkagePartnerKind.PublicDemographic)]) }), "linkage.partners:SSB"),
        ["X11"] = (Rek(rek => rek with { Registers = ["npr"] }), "sources.kpr"),
        ["X12"] = (With(content => Applications.PersonLevel("kpr", "npr") with { Linkage = null }), "linkage.description"),
        ["X13"] = (Legal(legal => legal with { DpiaAttachment = "borte" }), "attachment:borte"),
        ["X14"] = (With(content => content with { Project = content.Project! with { DeletionOn = Applications.Ends.AddDays(-1) } }), "project.endsOn"),
        ["X15"] = (With(content => content with { People = new PeopleSection([content.People!.Persons[0] with { Country = "US" }]) }), "security.transferCountries:US"),
        ["X16"] = (With(content => content with { Security = content.Security! with { ClosedInfrastructure = false } }), "security.otherDeliveryReason"),
    };

    public static TheoryData<string> ApplicationRules =>
        [.. CaseRuleCatalogue.All.OfType<ApplicationRule>().Where(rule => rule.ValidFrom is not null).Select(rule => rule.Id)];

    public static TheoryData<string> All => [.. CaseRuleCatalogue.All.Select(rule => rule.Id)];

    [Fact]
    public void A_good_application_has_no_finding()
    {
        Assert.Empty(Pack().Find(Good));
        Assert.Empty(Pack().Find(new TestCaseFacts().Statistics));
        Assert.Null(Pack().Route(Good));
    }

    [Theory]
    [MemberData(nameof(ApplicationRules))]
    public void Each_rule_finds_what_is_wrong_at_its_place(string id) =>
        Assert.Contains(Pack().Find(Broken[id].Facts), finding => finding.Rule == id && finding.Field == Broken[id].Field);

    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_is_one_file_with_texts_and_source(string id)
    {
        var rule = CaseRuleCatalogue.Find(id)!;
        Assert.All([rule.Norwegian, rule.English, rule.Source], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.NotEqual(rule.Norwegian, rule.English);
        Assert.StartsWith(id, rule.GetType().Name, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(SharedFolder.Repository, "functions", "Kpr.Core", "Cases", "Rules"), $"{rule.GetType().Name}.cs", SearchOption.AllDirectories));
        Assert.True(rule.Replaces is null || CaseRuleCatalogue.Find(rule.Replaces) is not null);
    }

    [Theory]
    [InlineData("G01", GateStatus.Unjudged)]
    [InlineData("G02", GateStatus.Passed)]
    [InlineData("G03", GateStatus.NotApplicable)]
    [InlineData("G04", GateStatus.Passed)]
    [InlineData("G05", GateStatus.Unjudged)]
    [InlineData("G06", GateStatus.Passed)]
    [InlineData("G07", GateStatus.Passed)]
    [InlineData("G08", GateStatus.Unjudged)]
    [InlineData("G09", GateStatus.Passed)]
    [InlineData("G10", GateStatus.NotApplicable)]
    [InlineData("G11", GateStatus.NotApplicable)]
    [InlineData("G12", GateStatus.NotApplicable)]
    [InlineData("G13", GateStatus.Passed)]
    [InlineData("G14", GateStatus.Passed)]
    [InlineData("G15", GateStatus.Passed)]
    [InlineData("G16", GateStatus.Passed)]
    [InlineData("G17", GateStatus.NotApplicable)]
    public void Gates_of_a_good_application(string id, GateStatus status) => Assert.Equal(status, Gate(id, Good));

    [Fact]
    public void Gates_fail_where_the_law_says_so()
    {
        Assert.Equal(GateStatus.Failed, Gate("G01", Broken["M04"].Facts));
        Assert.Equal(GateStatus.Failed, Gate("G02", Broken["M08"].Facts));
        Assert.Equal(GateStatus.Failed, Gate("G03", Legal(legal => legal with { Route = ConfidentialityRoute.Consent })));
        Assert.Equal(GateStatus.Failed, Gate("G04", Broken["M10"].Facts));
        Assert.Equal(GateStatus.Failed, Gate("G05", Broken["X09"].Facts));
        Assert.Equal(GateStatus.Failed, Gate("G06", Broken["X08"].Facts));
        Assert.Equal(GateStatus.Failed, Gate("G06", Legal(legal => legal with { Route = ConfidentialityRoute.Waiver })));
        Assert.Equal(GateStatus.Failed, Gate("G07", Broken["X01"].Facts));
        Assert.Equal(GateStatus.Failed, Gate("G11", With(content => content with { Linkage = new LinkageSection(true, "x", [new LinkagePartner("Butikk", null)]) })));
        Assert.Equal(GateStatus.Failed, Gate("G12", Broken["X09"].Facts with { Kind = ApplicationKind.Statistics }));
        Assert.Equal(GateStatus.Failed, Gate("G13", With(content => content with { Project = content.Project! with { EndsOn = null } })));
        Assert.Equal(GateStatus.Unjudged, Gate("G14", Good with { Prerequisites = [new Prerequisite("P1", PrerequisiteKind.RegisterConsultation, "kpr", false)] }));
        Assert.Equal(GateStatus.Failed, Gate("G15", Good with { Staff = new Staff("h", null, ["h"], false) }));
        var banned = new RegisterTable(new HealthRegister("kpr", "Prøve", RegisterTable.Fhi, CommercialUseBanned: true));
        Assert.Equal(GateStatus.Failed, Gate("G16", Uses(IntendedUse.Commercial) with { Registers = banned }));
        Assert.Equal(GateStatus.Passed, Gate("G16", Uses(IntendedUse.Commercial)));
        Assert.Equal(GateStatus.Unjudged, Gate("G17", Source(source => source with { Register = "lmr" })));
    }

    [Theory]
    [InlineData(IntendedUse.Prosecution)]
    [InlineData(IntendedUse.Employment)]
    [InlineData(IntendedUse.Insurance)]
    public void Absolutely_banned_uses_fail_even_with_consent(IntendedUse use)
    {
        var facts = Uses(use);
        Assert.Equal(GateStatus.Failed, Gate("G09", facts with { Content = facts.Content with { Legal = facts.Content.Legal! with { Route = ConfidentialityRoute.Consent } } }));
    }

    [Fact]
    public void A_waiver_for_fhi_itself_comes_from_helsedirektoratet()
    {
        var own = With(content => content with
        {
            Parties = content.Parties! with { Controller = new Organisation("Folkehelseinstituttet", RegisterTable.Fhi) },
            Legal = content.Legal! with { Route = ConfidentialityRoute.Waiver },
        });
        Assert.Equal(GateStatus.Failed, Gate("G06", own with { Prerequisites = [new Prerequisite("P1", PrerequisiteKind.Waiver, "x", true, PrerequisiteStatus.Granted)] }));
        Assert.Equal(GateStatus.Passed, Gate("G06", own with { Prerequisites = [new Prerequisite("P1", PrerequisiteKind.Directorate, "x", true, PrerequisiteStatus.Granted)] }));
    }

    [Fact]
    public void The_rek_gate_flips_on_the_day_that_is_set_and_older_cases_keep_theirs()
    {
        var dates = new Dictionary<string, DateOnly> { ["M14"] = new(2027, 1, 1), ["G07P"] = new(2027, 1, 1) };
        var filed = Legal(legal => legal with { Rek = null, RekProtocolFiled = Day }) with { Day = new DateOnly(2027, 1, 1) };
        var before = RulePack.On(new DateOnly(2026, 12, 31), dates);
        var after = RulePack.On(new DateOnly(2027, 1, 1), dates);

        Assert.Contains(before.Find(filed), finding => finding.Rule == "M13");
        Assert.DoesNotContain(after.Find(filed), finding => finding.Rule is "M13" or "M14");
        Assert.Equal(GateStatus.Failed, before.JudgeGates(filed, []).Single(result => result.Gate == "G07").Status);
        Assert.DoesNotContain(after.Gates, gate => gate.Id == "G07");
        Assert.Equal(GateStatus.Passed, after.JudgeGates(filed, []).Single(result => result.Gate == "G07P").Status);
        Assert.Equal("regler-2027-01-01+G07P+M14", after.Id);
        Assert.Contains(after.Find(filed with { Content = filed.Content with { Legal = filed.Content.Legal! with { RekProtocolFiled = null } } }), finding => finding.Rule == "M14");
    }

    [Fact]
    public void Security_of_society_is_a_gate_from_15_april_2026()
    {
        Assert.DoesNotContain(RulePack.On(new DateOnly(2026, 4, 14), CasePolicy.Default.RulesInForce).Gates, gate => gate.Id == "G08");
        Assert.Contains(RulePack.On(new DateOnly(2026, 4, 15), CasePolicy.Default.RulesInForce).Gates, gate => gate.Id == "G08");
    }

    [Fact]
    public void Applications_are_routed_by_purpose_register_and_linkage()
    {
        Assert.Equal("A01", Route(With(content => content with { Purpose = content.Purpose! with { OwnResearchOfRegister = true } })));
        Assert.Null(Route(With(_ => Applications.PersonLevel("kpr", "npr") with { Purpose = Good.Content.Purpose! with { OwnResearchOfRegister = true } })));
        Assert.Equal("A02", Route(With(content => content with { Purpose = content.Purpose! with { Category = PurposeCategory.HealthAnalysis, PublicBody = true, StatutoryTask = "§ 3-1" } })));
        Assert.Equal("A03", Route(With(content => content with { Purpose = content.Purpose! with { Category = PurposeCategory.Other } })));
        Assert.Null(Route(With(_ => Applications.PersonLevel("npr") with { Purpose = Good.Content.Purpose! with { Category = PurposeCategory.Other } })));
        Assert.Equal("A04", Route(Good with { Registers = new RegisterTable(new HealthRegister("kpr", "Kvalitetsregister", RegisterTable.Fhi, DecidedByHelsedataservice: false)) }));
    }

    [Fact]
    public void Any_version_of_a_case_is_judged_again_by_any_pack()
    {
        var play = new TestCase(start: "2026-03-02").Intake();
        var version = play.State.Versions[0];
        Assert.Equal("regler-2021-06-01", version.Pack);
        var facts = CaseFacts.Of(play.State, version, play.Process.Policy, version.On);

        Assert.Empty(RulePack.On(version.On, play.Process.Policy.RulesInForce).Find(facts));
        Assert.Equal(GateStatus.Unjudged, RulePack.On(Day, play.Process.Policy.RulesInForce).JudgeGates(facts, []).Single(result => result.Gate == "G08").Status);
    }

    [Fact]
    public void The_published_page_is_current()
    {
        var path = Path.Combine(SharedFolder.Repository, "docs", "case-rules.md");
        using var page = new StringWriter();
        CaseRulesPage.Write(page);
        if (Environment.GetEnvironmentVariable("KPR_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, page.ToString());
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == page.ToString(), "docs/case-rules.md is not current: run the tests once with KPR_UPDATE_DOCS=1.");
    }

    [Fact]
    public void Catalogues_are_whole()
    {
        Assert.Equal(RefusalCatalogue.All.Count, RefusalCatalogue.All.DistinctBy(refusal => refusal.Number).Count());
        Assert.All(RefusalCatalogue.All, refusal => Assert.All([refusal.Norwegian, refusal.English, refusal.Source], text => Assert.False(string.IsNullOrWhiteSpace(text))));
        Assert.Equal(Enum.GetValues<ClockKind>(), ClockCatalogue.All.Select(clock => clock.Kind));
        Assert.Equal(CommandCatalogue.All.Count, CommandCatalogue.All.DistinctBy(command => command.Norwegian + command.Name).Count());
        Assert.All(Enum.GetValues<Phase>(), phase => Assert.NotEqual(phase.Norwegian(), phase.English()));
        Assert.Equal(11, RegisterTable.Default.All.Count);
        Assert.All(RegisterTable.Default.All, register => Assert.True(Core.Identity.OrganisationNumber.IsValid(register.Controller), register.Controller));
    }

    private static RulePack Pack() => RulePack.On(Day, CasePolicy.Default.RulesInForce);

    private static GateStatus Gate(string id, CaseFacts facts) => Pack().JudgeGates(facts, []).Single(result => result.Gate == id).Status;

    private static string? Route(CaseFacts facts) => Pack().Route(facts)?.Rule;

    private static CaseFacts With(Func<ApplicationContent, ApplicationContent> change) => Good with { Content = change(Good.Content) };

    private static CaseFacts Legal(Func<LegalSection, LegalSection> change) => With(content => content with { Legal = change(content.Legal!) });

    private static CaseFacts Rek(Func<RekApproval, RekApproval> change) => Legal(legal => legal with { Rek = change(legal.Rek!) });

    private static CaseFacts Uses(IntendedUse use) => With(content => content with { Purpose = content.Purpose! with { Uses = [use] } });

    private static CaseFacts Source(Func<RequestedSource, RequestedSource> change) =>
        With(content => content with { Sources = content.Sources! with { Sources = [change(content.Sources.Sources[0])] } });

    private sealed class OneVariable(string id) : IVariableCatalogue
    {
        public VariablePeriod? Find(string register, string variable) => variable == id ? new VariablePeriod(new DateOnly(2017, 1, 1)) : null;

        public bool Covers(string register) => register == "kpr";
    }

    private sealed class TestCaseFacts
    {
        public CaseFacts PersonLevel { get; } = Facts(new TestCase().Draft(Applications.PersonLevel()));

        public CaseFacts Statistics { get; } = Facts(new TestCase().Draft(Applications.Statistics(), ApplicationKind.Statistics));

        private static CaseFacts Facts(TestCase play) => CaseFacts.Of(play.State, CasePolicy.Default, Day);
    }
}
