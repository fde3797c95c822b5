using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Kpr.Core.Extracts.Uploads;

/// <summary>
/// Looks at the beginning of an upload that must be CMS EnvelopedData (RFC 5652) to one certificate, before any of it is stored. What is in it, nobody can tell without the key; that
/// it is an envelope to its recipient and no plain text, its beginning tells.
/// </summary>
public static class EnvelopeHead
{
    /// <summary>So many bytes of the beginning tell: what comes before the content is a few hundred for each who can open it.</summary>
    public const int Length = 64 << 10;

    private const string EnvelopedData = "1.2.840.113549.1.7.3";
    private const string Aes = "2.16.840.1.101.3.4.1.";
    private const byte Sequence = 0x30;
    private const byte Set = 0x31;
    private const byte Explicit = 0xA0;
    private const byte Implicit = 0x80;

    /// <summary>Judges a beginning.</summary>
    /// <param name="head">The first <see cref="Length"/> bytes, or all there are.</param>
    /// <param name="recipient">The certificate.</param>
    /// <returns>Why it is not taken, in Norwegian; null when it is.</returns>
    public static string? Refuse(ReadOnlySpan<byte> head, X509Certificate2 recipient)
    {
        try
        {
            return Judge(head, recipient);
        }
        catch (AsnContentException)
        {
            return "Filen er ikke CMS EnvelopedData i DER- eller BER-form.";
        }
    }

    private static string? Judge(ReadOnlySpan<byte> head, X509Certificate2 recipient)
    {
        var rest = Enter(head, Sequence);
        if (AsnDecoder.ReadObjectIdentifier(rest, AsnEncodingRules.BER, out var read) != EnvelopedData)
        {
            return "Filen er CMS, men ikke EnvelopedData.";
        }

        rest = Enter(Enter(rest[read..], Explicit), Sequence);
        AsnDecoder.ReadIntegerBytes(rest, AsnEncodingRules.BER, out read);
        rest = rest[read..];
        if (rest is [Explicit, ..])
        {
            // Certificates of a sender (originatorInfo).
            AsnDecoder.ReadEncodedValue(rest, AsnEncodingRules.BER, out _, out _, out read);
            rest = rest[read..];
        }

        if (rest is not [Set, ..])
        {
            throw new AsnContentException();
        }

        AsnDecoder.ReadEncodedValue(rest, AsnEncodingRules.BER, out var from, out var length, out read);
        if (!Names(rest.Slice(from, length), recipient))
        {
            return "Filen er ikke kryptert til mottakerens sertifikat.";
        }

        rest = Enter(rest[read..], Sequence);
        AsnDecoder.ReadObjectIdentifier(rest, AsnEncodingRules.BER, out read);
        rest = rest[read..];
        var algorithm = AsnDecoder.ReadObjectIdentifier(Enter(rest, Sequence), AsnEncodingRules.BER, out _);
        AsnDecoder.ReadEncodedValue(rest, AsnEncodingRules.BER, out _, out _, out read);
        return !algorithm.StartsWith(Aes, StringComparison.Ordinal) ? "Innholdet skal være kryptert med AES."
            : rest[read..] is not [Explicit or Implicit, ..] ? "Filen har ikke noe innhold."
            : null;
    }

    // Into a value whose end may lie beyond what there is.
    private static ReadOnlySpan<byte> Enter(ReadOnlySpan<byte> data, byte tag)
    {
        if (data.Length < 2 || data[0] != tag)
        {
            throw new AsnContentException();
        }

        var header = data[1] <= 0x80 ? 2 : 2 + (data[1] & 0x7F);
        return header <= data.Length && header <= 2 + sizeof(long) ? data[header..] : throw new AsnContentException();
    }

    private static bool Names(ReadOnlySpan<byte> recipients, X509Certificate2 recipient)
    {
        while (recipients.Length > 0)
        {
            AsnDecoder.ReadEncodedValue(recipients, AsnEncodingRules.BER, out var from, out var length, out var read);
            if (recipients[0] == Sequence && IsOf(recipients.Slice(from, length), recipient))
            {
                return true;
            }

            recipients = recipients[read..];
        }

        return false;
    }

    // KeyTransRecipientInfo: by issuer and serial number, or by the key's identifier.
    private static bool IsOf(ReadOnlySpan<byte> named, X509Certificate2 recipient)
    {
        AsnDecoder.ReadIntegerBytes(named, AsnEncodingRules.BER, out var read);
        var id = named[read..];
        AsnDecoder.ReadEncodedValue(id, AsnEncodingRules.BER, out var from, out var length, out _);
        var content = id.Slice(from, length);
        if (id[0] == Implicit)
        {
            return recipient.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault() is { } key && content.SequenceEqual(key.SubjectKeyIdentifierBytes.Span);
        }

        if (id[0] != Sequence)
        {
            return false;
        }

        AsnDecoder.ReadEncodedValue(content, AsnEncodingRules.BER, out _, out _, out read);
        return content[..read].SequenceEqual(recipient.IssuerName.RawData)
            && AsnDecoder.ReadIntegerBytes(content[read..], AsnEncodingRules.BER, out _).SequenceEqual(recipient.SerialNumberBytes.Span);
    }
}
