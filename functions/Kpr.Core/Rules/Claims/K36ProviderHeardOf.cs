using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Claims;

/// <summary>K36: a provider sends claims at least every 14 days. Told when it sends again; who is silent is on the late list.</summary>
public sealed class K36ProviderHeardOf() : Rule("K36", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "En behandler skal sende regninger minst hver 14. dag.";

    /// <inheritdoc/>
    public override string English => "Provider has sent nothing for 14 days; told of the file that ends the silence.";

    /// <inheritdoc/>
    public override string Advice => "Send regninger minst hver 14. dag.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon (merknad 458)";

    /// <summary>For how long a sender may be silent.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>Judges the time since the sender was last heard of.</summary>
    /// <param name="now">When the file arrived.</param>
    /// <param name="last">When the one before it arrived; null when this is the first.</param>
    /// <returns>What is to be told; null when nothing is.</returns>
    public Fault? Judge(DateTimeOffset now, DateTimeOffset? last) =>
        last is { } before && now - before > Longest ? new Fault(this, Severity.Warning, null, null, $"Det er {(int)(now - before).TotalDays} dager siden forrige innsending.") : null;
}
