using System.Security.Cryptography;
using System.Text;

namespace Kpr.LocalAzure.Durable;

/// <summary>Ids that follow from a name: version 5 of RFC 9562.</summary>
internal static class GuidFromName
{
    private static readonly Guid Namespace = new("9e952958-5e33-4daf-827f-2fa12937b875");

    public static Guid Of(string name)
    {
#pragma warning disable CA5350 // The standard's algorithm; nothing is protected by it.
        Span<byte> hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
