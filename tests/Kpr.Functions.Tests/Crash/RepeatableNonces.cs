using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Sealing;

namespace Kpr.Functions.Tests.Crash;

/// <summary>The same nonce for the same frame of the same thing, so that sealed content can be compared between runs.</summary>
internal sealed class RepeatableNonces : NonceSource
{
    public override void Fill(string name, int frame, Span<byte> nonce) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{name} {frame}")).AsSpan(0, nonce.Length).CopyTo(nonce);
}
