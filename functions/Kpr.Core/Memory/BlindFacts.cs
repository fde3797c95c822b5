using System.Buffers.Binary;
using System.Security.Cryptography;
using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Rules;

namespace Kpr.Core.Memory;

/// <summary>
/// Facts as the register may keep them: every hash into which an identity number went is hashed anew under a secret. There
/// are few enough numbers to try them all against a plain hash, and what is remembered stays for years.
/// </summary>
/// <param name="inner">Takes the facts.</param>
/// <param name="secret">The secret of person keys.</param>
public sealed class BlindFacts(IFactSink inner, ReadOnlySpan<byte> secret) : IFactSink
{
    private const int Half = 16;

    // A secret of its own, so that no two uses of one secret ever agree.
    private readonly byte[] _secret = HMACSHA256.HashData(secret, "kpr-fact-1"u8);

    /// <inheritdoc/>
    public void Add(in Fact fact) => inner.Add(fact.Kind switch
    {
        FactKind.RecordId or FactKind.Person or FactKind.LocalNumber => fact.With(fact.Key, Blind(fact.Content)),
        FactKind.ReportLink when fact.Role == LinkFact.Identity => fact.With(fact.Key, Blind(fact.Content)),
        FactKind.Consultation or FactKind.PersonNumber or FactKind.Visit or FactKind.Patient => fact.With(Blind(fact.Key), fact.Content),
        _ => fact,
    });

    // Zero stands for none.
    private UInt128 Blind(UInt128 hash)
    {
        if (hash == UInt128.Zero)
        {
            return hash;
        }

        Span<byte> plain = stackalloc byte[Half];
        Span<byte> blind = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt128LittleEndian(plain, hash);
        HMACSHA256.HashData(_secret, plain, blind);
        return BinaryPrimitives.ReadUInt128LittleEndian(blind);
    }
}
