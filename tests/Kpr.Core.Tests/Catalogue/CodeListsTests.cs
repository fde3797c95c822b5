using Kpr.Core.Catalogue;

namespace Kpr.Core.Tests.Catalogue;

public sealed class CodeListsTests
{
    [Fact]
    public void All_45_lists_are_there() => Assert.Equal(45, CodeLists.All.Count);

    [Theory]
    [InlineData("9151", "21", true)]
    [InlineData("9151", "12", false)]
    [InlineData("9151", "021", false)]
    [InlineData("9151", " 21", false)]
    [InlineData("3101", "9", true)]
    [InlineData("7461", "B", true)]
    [InlineData("7461", "b", false)]
    [InlineData("7461", "", false)]
    [InlineData("9032", "11", false)]
    [InlineData("9032", "12", true)]
    public void List_knows_its_codes_exactly_as_written(string list, string code, bool expected) =>
        Assert.Equal(expected, CodeLists.Get(list).Contains(code));

    [Fact]
    public void Code_has_norwegian_and_english_name()
    {
        var entry = CodeLists.Get("9151").Find("21");

        Assert.NotNull(entry);
        Assert.Equal("Langtidsopphold i institusjon", entry.NorwegianName);
        Assert.Equal("long-term stay in institution", entry.EnglishName);
        Assert.Null(CodeLists.Get("9151").Find("99"));
    }

    [Fact]
    public void List_is_found_by_number_and_by_oid()
    {
        Assert.True(CodeLists.TryGet("2.16.578.1.12.4.1.1.9151", out var byOid));
        Assert.True(CodeLists.TryGet("9151", out var byNumber));
        Assert.Same(byNumber, byOid);
        Assert.Equal("2.16.578.1.12.4.1.1.9151", byOid.Oid);
        Assert.False(CodeLists.TryGet("2.16.578.1.12.4.1.1.", out _));
        Assert.False(CodeLists.TryGet("1", out _));
        Assert.Throws<KeyNotFoundException>(() => CodeLists.Get("1"));
    }

    [Fact]
    public void Lookups_allocate_nothing()
    {
        var day = new DateOnly(2024, 1, 1);
        var list = CodeLists.Get("9151");
        Look();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Look();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Look()
        {
            list.Contains("21");
            Municipalities.IsValidHome("9999", day);
            Districts.IsValid("0301", "030105", day);
            ServiceTypes.Find("21");
            PracticeTypes.Find("FALE");
            Icpc2Structure.KindOf("A01");
        }
    }

    [Fact]
    public void Every_code_of_list_9151_has_rules()
    {
        Assert.All(CodeLists.Get("9151").Entries, entry => Assert.Equal(entry.NorwegianName, ServiceTypes.Find(entry.Code)?.NorwegianName));
        Assert.Equal(["12", "13", "16"], ServiceTypes.All.Where(t => !CodeLists.Get("9151").Contains(t.Code)).Select(t => t.Code));
        Assert.All(ServiceTypes.All, type => Assert.NotEmpty(type.NorwegianName));
        Assert.All(["", "0", "10", "021", "30", "8.01", "x", "2x"], code => Assert.Null(ServiceTypes.Find(code)));
    }

    [Fact]
    public void Service_types_carry_group_amount_and_demand()
    {
        Assert.Equal(
            ["18", "19", "20", "21", "29"], ServiceTypes.All.Where(t => t.FirstWave).Select(t => t.Code));
        Assert.Equal(
            ["6", "14", "23", "24", "26", "27", "28"], ServiceTypes.All.Where(t => t.ExpiredInEventFormat56).Select(t => t.Code));
        Assert.Equal(
            ["12", "13", "26", "29"],
            ServiceTypes.All.Where(t => t.OrganisationNumber == OrganisationNumberDemand.Forbidden).Select(t => t.Code));
        Assert.Equal(
            ["1", "2", "3", "4", "7", "9", "11", "15", "17", "22"],
            ServiceTypes.All.Where(t => t.Amount == ServiceAmount.HoursPerWeek).Select(t => t.Code));
        Assert.Equal(
            ["8", "17", "18", "19", "20", "21", "22", "25"],
            ServiceTypes.All.Where(t => t.Group == ServiceGroup.Institution).Select(t => t.Code));
        Assert.Equal(OrganisationNumberDemand.NotStated, ServiceTypes.Find("14")?.OrganisationNumber);
        Assert.Equal(OrganisationNumberDemand.Mandatory, ServiceTypes.Find("1")?.OrganisationNumber);
        Assert.Equal(OrganisationNumberDemand.Optional, ServiceTypes.Find("9")?.OrganisationNumber);
    }

    [Fact]
    public void Housing_code_29_replaces_12_and_13_from_2019()
    {
        var (before, after) = (new DateOnly(2018, 12, 31), new DateOnly(2019, 1, 1));

        Assert.True(ServiceTypes.Find("12")!.IsValidOn(before));
        Assert.False(ServiceTypes.Find("13")!.IsValidOn(after));
        Assert.False(ServiceTypes.Find("29")!.IsValidOn(before));
        Assert.True(ServiceTypes.Find("29")!.IsValidOn(after));
        Assert.True(ServiceTypes.Find("21")!.IsValidOn(before));
    }

    [Fact]
    public void Practice_types_map_to_areas()
    {
        Assert.Equal(("LE", "fastlege"), (PracticeTypes.Find("FALE")?.Area, PracticeTypes.Find("FALE")?.Service));
        Assert.Null(PracticeTypes.Find("KOLE")?.Area);
        Assert.Equal("legevakt", PracticeTypes.Find("KOLE")?.Service);
        Assert.Null(PracticeTypes.Find("fale"));
        Assert.Equal(56, PracticeTypes.All.Count(type => type.Area is not null));
        Assert.Equal(14, PracticeTypes.All.Count(type => type.Area is null));
    }
}
