using System.Text.Json;
using Kpr.Core.Extracts.Package;

namespace Kpr.Core.Tests.Extracts.Package;

public sealed class DataPackageJsonTests
{
    private static readonly string[] Types = ["string", "integer", "number", "date", "datetime", "year", "yearmonth"];

    private static readonly JsonElement Json = JsonDocument.Parse(DataPackageJson.Of(Sample.Codebook)).RootElement;

    [Fact]
    public void The_package_has_what_the_standard_demands()
    {
        Assert.Equal("https://datapackage.org/profiles/2.0/datapackage.json", Json.GetProperty("$schema").GetString());
        Assert.Matches("^[-a-z0-9._/]+$", Json.GetProperty("name").GetString());
        Assert.Equal("2026-11-20T12:00:00Z", Json.GetProperty("created").GetString());
        Assert.Equal(2, Json.GetProperty("resources").GetArrayLength());
        foreach (var resource in Json.GetProperty("resources").EnumerateArray())
        {
            Assert.Matches("^[-a-z0-9._/]+$", resource.GetProperty("name").GetString());
            Assert.Equal("table", resource.GetProperty("type").GetString());
            Assert.Matches("^sha256:[0-9a-f]{64}$", resource.GetProperty("hash").GetString());
            Assert.True(resource.GetProperty("bytes").GetInt64() > 0);
            Assert.Equal(";", resource.GetProperty("dialect").GetProperty("delimiter").GetString());
            var schema = resource.GetProperty("schema");
            Assert.Equal("", Assert.Single(schema.GetProperty("missingValues").EnumerateArray()).GetString());
            foreach (var field in schema.GetProperty("fields").EnumerateArray())
            {
                Assert.Contains(field.GetProperty("type").GetString(), Types);
                Assert.True(PackageNames.IsName(field.GetProperty("name").GetString()));
                Assert.NotEmpty(field.GetProperty("title").GetString()!);
            }
        }
    }

    [Fact]
    public void Keys_point_at_columns_that_are_there()
    {
        var (persons, contacts) = (Schema("personer"), Schema("kontakter"));
        Assert.Equal("person", Assert.Single(persons.GetProperty("primaryKey").EnumerateArray()).GetString());
        Assert.False(contacts.TryGetProperty("primaryKey", out _));
        var key = Assert.Single(contacts.GetProperty("foreignKeys").EnumerateArray());
        Assert.Equal("personer", key.GetProperty("reference").GetProperty("resource").GetString());
        Assert.Equal("person", Assert.Single(key.GetProperty("reference").GetProperty("fields").EnumerateArray()).GetString());
    }

    [Fact]
    public void Codes_are_of_the_type_of_their_column_and_name_what_they_mean()
    {
        var sex = Field("personer", "kjonn");
        Assert.Equal([1, 2, 9], sex.GetProperty("constraints").GetProperty("enum").EnumerateArray().Select(code => code.GetInt32()));
        Assert.Equal("Kvinne", sex.GetProperty("categories")[1].GetProperty("label").GetString());
        Assert.Equal(7, sex.GetProperty("kpr:missing").GetInt64());

        var municipality = Field("kontakter", "kommune");
        Assert.Equal("0301", municipality.GetProperty("categories")[0].GetProperty("value").GetString());
        Assert.Equal(Sample.Nasty, municipality.GetProperty("title").GetString());
        Assert.False(municipality.GetProperty("constraints").TryGetProperty("required", out _));
        Assert.True(Field("kontakter", "dato").GetProperty("constraints").GetProperty("required").GetBoolean());
        Assert.False(Field("kontakter", "honorar").TryGetProperty("constraints", out _));
    }

    [Fact]
    public void A_codebook_is_read_back_as_it_was_kept()
    {
        var kept = JsonSerializer.Serialize(Sample.Codebook, PackageJson.Readable.Codebook);
        var read = JsonSerializer.Deserialize(kept, PackageJson.Readable.Codebook)!;
        Assert.Equal(kept, JsonSerializer.Serialize(read, PackageJson.Readable.Codebook));
        Assert.Equal(DataPackageJson.Of(Sample.Codebook), DataPackageJson.Of(read));
    }

    private static JsonElement Schema(string table) =>
        Json.GetProperty("resources").EnumerateArray().Single(resource => resource.GetProperty("name").GetString() == table).GetProperty("schema");

    private static JsonElement Field(string table, string column) =>
        Schema(table).GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("name").GetString() == column);
}
