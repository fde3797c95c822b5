using System.Security.Cryptography;

namespace Kpr.Core.Sealing;

/// <summary>Where nonces come from. A nonce must never be used twice with one key; tests make them repeatable.</summary>
public class NonceSource
{
    /// <summary>Fills a nonce at random.</summary>
    /// <param name="name">Name of the thing that is sealed.</param>
    /// <param name="frame">Number of the frame in it.</param>
    /// <param name="nonce">The nonce, 12 bytes.</param>
    public virtual void Fill(string name, int frame, Span<byte> nonce) => RandomNumberGenerator.Fill(nonce);
}
