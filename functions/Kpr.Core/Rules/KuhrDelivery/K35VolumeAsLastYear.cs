using Kpr.Core.Formats;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K35: a month has about as many claims of a service as the same month last year: within 25 %, where there were 100 or more. Told by the register, which knows last year.</summary>
public sealed class K35VolumeAsLastYear() : Rule("K35", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Antall regninger for en tjeneste skal ikke avvike mer enn 25 prosent fra samme måned året før.";

    /// <inheritdoc/>
    public override string English => "Monthly volume per service deviates more than ±25 % from the same month last year; judged from 100 claims on.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller at leveransen er fullstendig. Er tallet riktig, er det ingenting å gjøre.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    private const long Few = 100;
    private const int Percent = 25;

    /// <summary>Compares with last year.</summary>
    /// <param name="service">Name of the service in the register's folders.</param>
    /// <param name="claims">Number of claims in the delivery.</param>
    /// <param name="before">Number of claims of the same month last year.</param>
    /// <returns>What is to be told; null when nothing is.</returns>
    public Fault? Compare(string service, long claims, long before) =>
        before >= Few && Math.Abs(claims - before) * 100 > before * Percent
            ? new Fault(this, Severity.Warning, "tjeneste", null, $"Leveransen har {claims} regninger for {service}, mot {before} i samme måned året før.")
            : null;
}
