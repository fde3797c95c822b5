using System.Security.Cryptography;
using System.Text;

namespace Kpr.Core.Judging;

/// <summary>
/// What the register remembers of a message's id (rule F08): HMAC-SHA-256 under the secret of person keys. An id may hold an
/// identity number, and a plain hash would tell it to whoever tries them all.
/// </summary>
public static class MessageKey
{
    // Another scheme than that of person keys, so that no two uses of one secret ever agree.
    private const string Scheme = "kpr-message-id-1\u001f";

    /// <summary>The key of an id, 64 hexadecimal digits.</summary>
    /// <param name="secret">The secret of person keys.</param>
    /// <param name="id">XPR lokalident or MsgHead MsgId, as sent.</param>
    public static string Of(ReadOnlySpan<byte> secret, string id) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(Scheme + id)));
}
