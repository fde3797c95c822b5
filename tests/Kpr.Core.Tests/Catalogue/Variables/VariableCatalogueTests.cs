using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Formats;
using Kpr.Core.Register;

namespace Kpr.Core.Tests.Catalogue.Variables;

public sealed class VariableCatalogueTests
{
    [Fact]
    public void Every_stored_field_is_in_it_and_nothing_else()
    {
        var stored = Feeds.All.DistinctBy(feed => feed.Layout.Folder).SelectMany(feed =>
            SegmentRows.LeadingColumns.Concat(feed.IsMunicipal ? [VariableCatalogue.Sender] : []).Concat(feed.Layout.Columns).Select(column => $"{feed.Layout.Folder}.{column.Name}"));

        Assert.Equal(stored.Order(StringComparer.Ordinal), VariableCatalogue.All.Select(variable => variable.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_row_of_its_table_is_of_a_stored_field()
    {
        var table = ReferenceTable.Embedded("variabler.csv");

        Assert.All(table.Rows, row => Assert.Contains(
            VariableCatalogue.All, variable => variable.Column.Name == row[table.Column("variabel")] && (row[table.Column("datasett")] == "*" || row[table.Column("datasett")] == variable.Dataset)));
    }

    [Fact]
    public void Every_variable_has_labels_in_two_languages_a_group_of_the_regulation_and_a_code_list_that_there_is() => Assert.All(VariableCatalogue.All, variable =>
    {
        Assert.NotEmpty(variable.Column.Norwegian);
        Assert.NotEmpty(variable.English);
        Assert.InRange(variable.Group, 'a', 'h');
        Assert.True(variable.Column.CodeList is null or "3402" or "3403" or "7316" or "8401" or "8476" or "8426" or "9043" or "8279" || CodeLists.TryGet(variable.Column.CodeList, out _), variable.Id);
        Assert.Matches("^[a-zA-Z][a-zA-Z0-9_]{0,31}$", variable.Column.Name);
    });

    [Fact]
    public void Keys_of_the_register_are_offered_to_nobody()
    {
        Assert.All(VariableCatalogue.All.Where(variable => variable.Column.Name is "personKey" or "ordinal" or "pasientGUID" or "brukerNr"), variable => Assert.False(variable.IsOffered));
        Assert.DoesNotContain(VariableCatalogue.Search(""), variable => variable.Sensitivity == Sensitivity.Internal);
    }

    [Theory]
    [InlineData("kjønn", "claims.kjonn")]
    [InlineData("SEX", "school-health.kjonn")]
    [InlineData("home municipality", "claims.bostedKommuneNr")]
    [InlineData("9151", "care-events.tjenesteType")]
    public void It_is_searched_in_both_languages_and_by_code_list(string text, string id) => Assert.Contains(VariableCatalogue.Search(text), variable => variable.Id == id);

    [Fact]
    public void A_word_that_nothing_has_finds_nothing() => Assert.Empty(VariableCatalogue.Search("kjønn blodtype"));
}
