using Kpr.Core.Formats;

namespace Kpr.Core.Rules.CareEvents;

/// <summary>E14: a municipality sends care events at least every second day. Told when it sends again; who is silent is on the late list.</summary>
public sealed class E14MunicipalityHeardOf() : Rule("E14", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "En kommune skal sende hendelser minst hvert andre døgn.";

    /// <inheritdoc/>
    public override string English => "No event from a municipality for 48 hours; told of the file that ends the silence.";

    /// <inheritdoc/>
    public override string Advice => "Send hendelser minst daglig, også når det ikke er noen.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021 (minst daglig); grensen er eget valg";

    /// <summary>For how long a sender may be silent.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    /// <summary>Judges the time since the sender was last heard of.</summary>
    /// <param name="now">When the file arrived.</param>
    /// <param name="last">When the one before it arrived; null when this is the first.</param>
    /// <returns>What is to be told; null when nothing is.</returns>
    public Fault? Judge(DateTimeOffset now, DateTimeOffset? last) =>
        last is { } before && now - before > Longest ? new Fault(this, Severity.Warning, null, null, $"Det er {(int)(now - before).TotalDays} døgn siden forrige innsending.") : null;
}
