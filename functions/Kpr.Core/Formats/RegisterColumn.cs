namespace Kpr.Core.Formats;

/// <summary>A column of a register segment.</summary>
/// <param name="Name">Name, at most 32 characters of a–z, A–Z, 0–9 and underscore.</param>
/// <param name="Type">Frictionless type: string, integer, number, date, datetime, boolean.</param>
/// <param name="Norwegian">What it holds, in Norwegian.</param>
/// <param name="CodeList">Number of the national code list, or null.</param>
public sealed record RegisterColumn(string Name, string Type, string Norwegian, string? CodeList = null);
