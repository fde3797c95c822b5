namespace Kpr.Functions.Ingest;

/// <summary>The identity of a stored record; only ever written sealed.</summary>
/// <param name="Ordinal">Position of the record in its file.</param>
/// <param name="PersonKey">Person key; null when the identity yields none.</param>
/// <param name="Type">Code of list 9032, or letters.</param>
/// <param name="Number">The number.</param>
public sealed record IdentityLine(long Ordinal, string? PersonKey, string Type, string Number)
{
    /// <summary>Never shows the number.</summary>
    public override string ToString() => $"identity of record {Ordinal}";
}
