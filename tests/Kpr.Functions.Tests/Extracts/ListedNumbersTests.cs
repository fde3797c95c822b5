using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Persons;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Extracts;
using Kpr.Functions.Preparation.Extracts;

namespace Kpr.Functions.Tests.Extracts;

public sealed class ListedNumbersTests
{
    [Fact]
    public void Garbage_is_counted_and_passed_over()
    {
        var text = $"fodselsnummer\n{TestClaim.Man}\r\n{TestClaim.Man}\n\n \n\"{TestClaim.Woman}\";kommentar\n12345678901\n{TestClaim.Man[..6]} {TestClaim.Man[6..]}\nØØØ\u0000\n";
        using var marks = new PersonMarks(new byte[32]);

        var (persons, figures) = ListedNumbers.Read(Encoding.UTF8.GetBytes(text), marks, new DisclosablePersons(PersonIndex.Empty));

        Assert.Equal(new ListedPersons(Lines: 7, Found: 2, Repeated: 2, Invalid: 3), figures);
        Assert.Equal([.. ((string[])[TestClaim.Man, TestClaim.Woman]).Select(number => marks.KeyOf(number)!.Value).Order()], persons.InOrder());
    }

    [Fact]
    public async Task A_list_is_opened_by_the_certificate_that_it_was_encrypted_to_and_by_no_other()
    {
        using var ours = Certificate();
        using var other = Certificate();
        using var envelope = new MemoryStream();
        await CmsEnvelope.EncryptAsync(new MemoryStream(Encoding.UTF8.GetBytes(TestClaim.Man)), envelope, ours);

        Assert.Equal(TestClaim.Man, Encoding.UTF8.GetString(CmsEnvelope.Open(envelope.ToArray(), ours)!));
        Assert.Null(CmsEnvelope.Open(envelope.ToArray(), other));
        Assert.Null(CmsEnvelope.Open([1, 2, 3], ours));
        Assert.Null(CmsEnvelope.Open(envelope.ToArray()[..^40], ours));
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
