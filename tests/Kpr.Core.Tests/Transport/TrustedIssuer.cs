using Kpr.Core.Catalogue;
using Kpr.Core.Tests.Catalogue;

namespace Kpr.Core.Tests.Transport;

/// <summary>Reference data that trust an issuer.</summary>
internal static class TrustedIssuer
{
    /// <summary>A set with the issuer's table.</summary>
    public static ReferenceData Trusted(this TestIssuer issuer, string withdrawn = "")
    {
        var reading = ReferenceSample.Read(issuer.Table(withdrawn));
        Assert.Empty(reading.Faults);
        return reading.Set!;
    }
}
