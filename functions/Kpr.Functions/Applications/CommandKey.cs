using System.Security.Cryptography;
using System.Text;

namespace Kpr.Functions.Applications;

/// <summary>By what a command is known when it comes again.</summary>
/// <param name="Row">Row of the key: a hash of who sent it and their idempotency key.</param>
/// <param name="Fingerprint">Hash of what was asked: the same key with something else is a mistake of the sender.</param>
public sealed record CommandKey(string Row, string Fingerprint)
{
    /// <summary>The key of a command.</summary>
    /// <param name="subject">Who sends it.</param>
    /// <param name="key">Their idempotency key.</param>
    /// <param name="command">Name of the command.</param>
    /// <param name="with">Its members as they were sent.</param>
    public static CommandKey Of(string subject, string key, string command, string with) =>
        new($"{CaseRows.KeyPrefix}{Hash($"{subject}\n{key}")}", Hash($"{command}\n{with}"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
