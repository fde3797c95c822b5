using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;

namespace Kpr.Core.Tests.Extracts.Package;

public sealed class PackageNamesTests
{
    [Theory]
    [InlineData("person", true)]
    [InlineData("A1_b", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz012345", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456", false)]
    [InlineData("1person", false)]
    [InlineData("_person", false)]
    [InlineData("person_", false)]
    [InlineData("kjønn", false)]
    [InlineData("to ord", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("With", false)]
    [InlineData("str12", false)]
    [InlineData("strand", true)]
    public void A_name_is_what_every_recipient_can_read(string? name, bool fits) => Assert.Equal(fits, PackageNames.IsName(name));

    [Theory]
    [InlineData("personer.csv", true)]
    [InlineData("../personer.csv", false)]
    [InlineData(".personer", false)]
    [InlineData("person er.csv", false)]
    [InlineData("bærum.csv", false)]
    public void A_file_lies_in_no_folder(string name, bool fits) => Assert.Equal(fits, PackageNames.IsFileName(name));

    [Fact]
    public void Every_variable_of_the_register_has_such_a_name() =>
        Assert.All(VariableCatalogue.All, variable => Assert.True(PackageNames.IsName(variable.Column.Name), variable.Id));

    [Fact]
    public void The_sample_fits() => Assert.Empty(PackageNames.Refuse(Sample.Codebook));

    [Fact]
    public void Everything_that_does_not_fit_is_told()
    {
        var table = new ExtractTable(
            "kontakter", "", "", [new("dato", "date", "", ""), new("DATO", "date", "", ""), new("pris", "money", "", "")], ["nokkel"])
        { Parent = new("personer", "person") };
        var faults = PackageNames.Refuse(Sample.Codebook with
        {
            Tables = [new(table, new PackagedFile("a/b.csv", 1, "", 1), 1, 0, new Dictionary<string, ColumnFigures>())],
        });
        Assert.Equal(5, faults.Count);
        Assert.Contains(faults, fault => fault.Message.Contains("a/b.csv", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Message.Contains("DATO", StringComparison.Ordinal) && fault.Message.Contains("to ganger", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Message.Contains("money", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Message.Contains("nokkel", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Message.Contains("personer", StringComparison.Ordinal));
    }
}
