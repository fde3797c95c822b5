namespace Kpr.Core.Extracts.Orders;

/// <summary>Whether a dataset and a period are in a decision.</summary>
internal static class GrantedPeriod
{
    /// <summary>Why they are not, in Norwegian; null when they are.</summary>
    /// <param name="dataset">Name of the dataset.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="grant">What the case allows.</param>
    /// <param name="source">The dataset.</param>
    public static ExtractFault? Refuse(string? dataset, DateOnly from, DateOnly to, ExtractGrant grant, out ExtractSource? source)
    {
        source = ExtractSource.Find(dataset ?? "");
        if (source is null)
        {
            return new ExtractFault($"Det finnes ikke noe datasett «{dataset}». Velg blant {string.Join(", ", ExtractSource.All.Select(one => one.Name))}.");
        }

        var prefix = $"{source.Name}.";
        if (!grant.Variables.Keys.Any(id => id.StartsWith(prefix, StringComparison.Ordinal)))
        {
            return new ExtractFault($"Vedtaket åpner ikke datasettet «{source.Name}».");
        }

        return from > to ? new ExtractFault($"Perioden for {source.Name} må gå fremover.")
            : from < grant.From || to > grant.To ? new ExtractFault($"Perioden for {source.Name} går ut over vedtaket, som gjelder {grant.From:yyyy-MM-dd} til {grant.To:yyyy-MM-dd}.")
            : null;
    }
}
