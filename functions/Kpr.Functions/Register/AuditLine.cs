using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kpr.Functions.Register;

/// <summary>A line of the audit log. Each holds the hash of the one before it and its own.</summary>
/// <param name="Sequence">1-based position in the day's log.</param>
/// <param name="Previous">Hash of the line before; 64 zeros for the first.</param>
/// <param name="At">When the line was written (UTC).</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Object">To what.</param>
/// <param name="Party">Whom it concerns.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Hash">SHA-256 of the line with this empty, lower-case hexadecimal.</param>
public sealed record AuditLine(
    long Sequence, string Previous, DateTime At, string Actor, string Action, string Object, string Party, string Outcome, string Hash = "")
{
    /// <summary>What the first line of a log has for the hash before it.</summary>
    public static readonly string Beginning = new('0', 64);

    /// <summary>The line with its hash.</summary>
    public AuditLine Closed() => this with { Hash = HashOf(this with { Hash = "" }) };

    /// <summary>The line as it stands in the log.</summary>
    public string Text() => JsonSerializer.Serialize(this, StoreJson.Default.AuditLine);

    /// <summary>Reads a line; null when it is none, or is not as it was written.</summary>
    public static AuditLine? Read(string text)
    {
        try
        {
            // As written, to the letter: what a reader passes over is a change too.
            return JsonSerializer.Deserialize(text, StoreJson.Default.AuditLine) is { } line && line.Closed() == line && line.Text() == text ? line : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string HashOf(AuditLine line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line.Text())));
}
