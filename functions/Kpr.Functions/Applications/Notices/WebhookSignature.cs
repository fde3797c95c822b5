using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kpr.Functions.Applications.Notices;

/// <summary>Signs webhooks as Standard Webhooks 1.0 has it: HMAC-SHA-256 over id, time and body, <c>v1,</c> and base64; one for each secret in use.</summary>
public static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";
    private const int ShortestSecret = 24;
    private const int LongestSecret = 64;

    /// <summary>Whether a text is a secret: <c>whsec_</c> and 24 to 64 bytes in base64.</summary>
    public static bool IsSecret(string text)
    {
        Span<byte> bytes = stackalloc byte[LongestSecret];
        return text.StartsWith(SecretPrefix, StringComparison.Ordinal) && Convert.TryFromBase64String(text[SecretPrefix.Length..], bytes, out var length) && length >= ShortestSecret;
    }

    /// <summary>The header <c>webhook-signature</c>.</summary>
    /// <param name="secrets">The secrets, newest first.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="at">The header <c>webhook-timestamp</c>.</param>
    /// <param name="body">What is sent.</param>
    public static string Of(IEnumerable<string> secrets, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.")), .. body];
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), signed))));
    }
}
