using System.Security.Cryptography;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Judging;
using Kpr.Core.Rules;
using Kpr.Core.Tests.Catalogue;

namespace Kpr.Core.Tests.Transport;

/// <summary>F05 and F06: who has signed a shipment.</summary>
public sealed class TransportJudgeTests : IDisposable
{
    private static readonly byte[] Sha256 = SHA256.HashData("a file"u8);

    private readonly TestIssuer _issuer = new();

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "pkcs1")]
    [InlineData(true, "pss")]
    public void A_signature_that_holds_gives_no_finding(bool rsa, string padding)
    {
        var (signature, _) = _issuer.Sign(Sha256, rsa: rsa, padding: padding == "pss" ? RSASignaturePadding.Pss : null);

        Assert.Empty(Judge(signature, _issuer.Trusted()));
    }

    [Fact]
    public void Where_no_issuer_is_trusted_nothing_is_judged() => Assert.Empty(Judge(null, ReferenceData.Default));

    [Fact]
    public void An_unsigned_file_is_rejected() => Assert.Equal("F05 S01", Told(Judge(null, _issuer.Trusted())));

    [Fact]
    public void A_signature_of_other_bytes_is_rejected() => Assert.Equal("F05 S01", Told(Judge(_issuer.Sign(SHA256.HashData("another"u8)).Signature, _issuer.Trusted())));

    [Fact]
    public void A_signature_cut_off_or_of_another_kind_is_rejected()
    {
        var (signature, _) = _issuer.Sign(Sha256);

        Assert.Equal("F05 S01", Told(Judge(signature with { Signature = signature.Signature[..10] }, _issuer.Trusted())));
        Assert.Equal("F05 S01", Told(Judge(signature with { Signature = default }, _issuer.Trusted())));
    }

    [Fact]
    public void What_is_no_certificate_is_rejected()
    {
        var (signature, _) = _issuer.Sign(Sha256);

        Assert.Equal("F05 S02", Told(Judge(signature with { Certificate = "no certificate"u8.ToArray() }, _issuer.Trusted())));
        Assert.Equal("F05 S02", Told(Judge(signature with { Certificate = default }, _issuer.Trusted())));
    }

    [Fact]
    public void A_certificate_of_an_issuer_that_is_not_trusted_is_rejected()
    {
        using var other = new TestIssuer("CN=En annen");

        Assert.Equal("F05 S02", Told(Judge(other.Sign(Sha256).Signature, _issuer.Trusted())));
    }

    // The same name, another key.
    [Fact]
    public void A_certificate_that_only_says_who_issued_it_is_rejected()
    {
        using var impostor = new TestIssuer();

        Assert.Equal("F05 S02", Told(Judge(impostor.Sign(Sha256).Signature, _issuer.Trusted())));
    }

    [Fact]
    public void An_expired_certificate_is_rejected_and_holds_for_what_came_before()
    {
        var (signature, _) = _issuer.Sign(Sha256, until: new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal("F05 S02", Told(Judge(signature, _issuer.Trusted())));
        Assert.Empty(Judge(signature, _issuer.Trusted(), new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_withdrawn_certificate_is_rejected_from_its_day_on()
    {
        var (signature, serial) = _issuer.Sign(Sha256);
        var trusted = _issuer.Trusted($"tilbaketrukket;{serial};2026-03-01;\n");

        Assert.Equal("F05 S03", Told(Judge(signature, trusted)));
        Assert.Empty(Judge(signature, trusted, new DateTimeOffset(2026, 2, 10, 0, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("2.5.4.97=NTRNO-974760673, CN=Virksomhet", "")]
    [InlineData("SERIALNUMBER=974760673, CN=Virksomhet", "")]
    [InlineData("2.5.4.97=NTRNO-123456785, CN=Virksomhet", "F06 S02")]
    [InlineData("CN=974760673", "F06 S02")]
    public void The_certificate_is_the_senders_own(string subject, string told)
    {
        var signature = _issuer.Sign(Sha256, subject).Signature;

        Assert.Equal(told, Told(Judge(signature, _issuer.Trusted())));
        Assert.Equal(told, Told(Judge(signature, _issuer.Trusted(), sender: "974760673", messages: [])));
    }

    [Fact]
    public void Where_nothing_tells_an_organisation_number_any_certificate_will_do() =>
        Assert.Empty(Judge(_issuer.Sign(Sha256, "CN=Kommunen").Signature, _issuer.Trusted(), messages: []));

    [Fact]
    public void A_table_that_does_not_hold_is_refused()
    {
        var reading = ReferenceSample.Read(("sertifikater.csv", "slag;verdi\nutsteder;AAAA\nutsteder;?\ntilbaketrukket;xyz\nannet;01\n"));

        Assert.Equal([2, 3, 4, 5], reading.Faults.Select(fault => fault.Line!.Value).Distinct());
    }

    [Fact]
    public void Metadata_without_signature_is_none_and_broken_metadata_is_a_signature_that_cannot_hold()
    {
        Assert.Null(TransportSignature.Of([new("traceparent", "00-1")]));
        var broken = TransportSignature.Of([new("KprCertificate", "%%%"), new("other", "x")]);
        Assert.Equal("F05 S02", Told(Judge(broken, _issuer.Trusted())));
    }

    public void Dispose() => _issuer.Dispose();

    internal static IReadOnlyList<Finding> Judge(
        TransportSignature? signature, ReferenceData reference, DateTimeOffset? at = null, string sender = "0301", IReadOnlyList<MessageEnvelope>? messages = null) =>
        TransportJudge.Judge(
            new FileContext(at ?? new DateTimeOffset(2026, 3, 20, 12, 0, 0, TimeSpan.Zero), new RuleSettings()) { Sender = sender, Reference = reference },
            signature, Convert.ToHexStringLower(Sha256),
            messages ?? [new CareReportEnvelope { Index = 0, FirstOrdinal = 1, Line = 1, Shipment = CareReportShipment.Identity, AvsenderOrgNr = "974760673" }]);

    private static string Told(IReadOnlyList<Finding> findings) => string.Join(' ', findings.Select(finding => $"{finding.Rule} {finding.Message[^5..^2]}"));
}
