using System.Globalization;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Names of what lies between the steps of an extract.</summary>
internal static class ExtractNames
{
    /// <summary>All of an extract.</summary>
    public static string All(string id) => $"{id}/";

    /// <summary>The plan.</summary>
    public static string Plan(string id) => $"{id}/plan.sealed";

    /// <summary>The decisions about persons as they were when it was planned.</summary>
    public static string Decisions(string id) => $"{id}/decisions.sealed";

    /// <summary>The persons of the uploaded list.</summary>
    public static string Listed(string id) => $"{id}/listed.sealed";

    /// <summary>The persons of a bucket as a unit counted them.</summary>
    public static string Scan(string id, int unit, int bucket) => string.Create(CultureInfo.InvariantCulture, $"{id}/scan/{unit:D5}/{bucket:D3}.sealed");

    /// <summary>The population's persons of a bucket.</summary>
    public static string Members(string id, int bucket) => string.Create(CultureInfo.InvariantCulture, $"{id}/members/{bucket:D3}.sealed");

    /// <summary>The persons of a bucket whose likes fall in a bucket of likes.</summary>
    public static string Likes(string id, int likes, int bucket) => string.Create(CultureInfo.InvariantCulture, $"{id}/likes/{likes:D3}/{bucket:D3}.sealed");

    /// <summary>The controls of a bucket of likes.</summary>
    public static string Controls(string id, int likes) => string.Create(CultureInfo.InvariantCulture, $"{id}/controls/{likes:D3}.sealed");

    /// <summary>The population's rows of a bucket, where there are controls.</summary>
    public static string OfMembers(string id, int bucket) => string.Create(CultureInfo.InvariantCulture, $"{id}/members/{bucket:D3}-rows.sealed");

    /// <summary>The controls' rows of a bucket of likes.</summary>
    public static string OfControls(string id, int likes) => string.Create(CultureInfo.InvariantCulture, $"{id}/controls/{likes:D3}-rows.sealed");

    /// <summary>A run of a table of a unit.</summary>
    public static string Run(string id, string table, int unit, int run) => string.Create(CultureInfo.InvariantCulture, $"{id}/runs/{table}/{unit:D5}-{run:D5}.sealed");

    /// <summary>A run of several.</summary>
    public static string Merged(string id, string table, int round, int run) => string.Create(CultureInfo.InvariantCulture, $"{id}/merged/{table}/{round:D2}-{run:D5}.sealed");

    /// <summary>A run of the sums of rows or persons.</summary>
    public static string Sums(string id, string of, int run) => string.Create(CultureInfo.InvariantCulture, $"{id}/sums/{of}/{run:D5}.sealed");

    /// <summary>What a unit gave.</summary>
    public static string Unit(string id, int unit) => string.Create(CultureInfo.InvariantCulture, $"{id}/units/{unit:D5}.sealed");

    /// <summary>The persons with rows of a unit.</summary>
    public static string Persons(string id, int unit) => string.Create(CultureInfo.InvariantCulture, $"{id}/persons/{unit:D5}.sealed");

    /// <summary>A table that was merged.</summary>
    public static string Table(string id, int table) => string.Create(CultureInfo.InvariantCulture, $"{id}/tables/{table:D3}.sealed");
}
