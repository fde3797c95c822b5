using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Persons;
using Kpr.Functions.Extracts;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>A list of identity numbers, a line each; what stands behind a comma, a semicolon or a tab is passed over.</summary>
internal static class ListedNumbers
{
    private static readonly char[] Ends = [',', ';', '\t'];

    /// <summary>Opens an envelope (CMS EnvelopedData, RFC 5652).</summary>
    /// <returns>Null when it is none, or not for this certificate.</returns>
    public static byte[]? Open(byte[] envelope, X509Certificate2 certificate)
    {
        var cms = new EnvelopedCms();
        try
        {
            cms.Decode(envelope);
            using var key = certificate.GetRSAPrivateKey();
            foreach (var recipient in cms.RecipientInfos)
            {
                if (recipient.RecipientIdentifier.MatchesCertificate(certificate))
                {
                    cms.Decrypt(recipient, key!);
                    return cms.ContentInfo.Content;
                }
            }
        }
        catch (CryptographicException)
        {
            // Not an envelope, damaged, or of a form that nobody here can open: the applicant is told.
        }

        return null;
    }

    /// <summary>Makes the numbers register keys.</summary>
    /// <param name="plain">The list in UTF-8.</param>
    /// <param name="marks">Makes the keys.</param>
    /// <param name="disclosable">Whose data may leave. Whoever may not is not told apart from the others in any number.</param>
    public static (PersonSet Persons, ListedPersons Figures) Read(byte[] plain, PersonMarks marks, DisclosablePersons disclosable)
    {
        var (persons, all) = (new PersonSet(), new PersonSet());
        var (lines, repeated, invalid) = (0L, 0L, 0L);
        using var text = new StreamReader(new MemoryStream(plain, writable: false), Encoding.UTF8);
        while (text.ReadLine() is { } line)
        {
            var number = line.Split(Ends, 2)[0].Trim().Trim('"').Replace(" ", "", StringComparison.Ordinal);
            if (number.Length == 0)
            {
                continue;
            }

            lines++;
            if (marks.KeyOf(number) is not { } key)
            {
                invalid++;
            }
            else if (!all.Add(key))
            {
                repeated++;
            }
            else if (disclosable.TryCurrent(key, out var current))
            {
                persons.Add(current);
            }
        }

        return (persons, new ListedPersons(lines, all.Count, repeated, invalid));
    }
}
