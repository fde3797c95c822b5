using System.Text.Json.Serialization;

namespace Kpr.Functions.Ingest;

/// <summary>The identity of a stored record; only ever written sealed.</summary>
/// <param name="Ordinal">Position of the record in its file.</param>
/// <param name="PersonKey">Person key; null when the identity yields none.</param>
/// <param name="Type">Code of list 9032, or letters.</param>
/// <param name="Number">The number.</param>
public sealed record IdentityLine(long Ordinal, string? PersonKey, string Type, string Number)
{
    /// <summary>
    /// The sender and its own id of the person (pasientGUID), where what is known of the person stands in another file, without number: the
    /// other shipment of the annual report. Null in all other feeds.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Record { get; init; }

    /// <summary>What stands in <see cref="Record"/>.</summary>
    public static string RecordOf(string sender, Guid id) => $"{sender}/{id:D}";

    /// <summary>Never shows the number.</summary>
    public override string ToString() => $"identity of record {Ordinal}";
}
