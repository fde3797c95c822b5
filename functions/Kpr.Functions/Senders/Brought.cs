using Kpr.Core.Register;
using Kpr.Core.Reporting;

namespace Kpr.Functions.Senders;

/// <summary>What a delivery brought, beside its receipt.</summary>
public sealed record Brought
{
    /// <summary>Nothing: it is the same file as an earlier one.</summary>
    public static Brought Nothing { get; } = new() { IsRepeated = true };

    /// <summary>Whether it is the same file as an earlier one.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The delivery among those that may supersede it; null in feeds without.</summary>
    public Edition? Edition { get; init; }

    /// <summary>The annual report that it belongs to; null in other feeds.</summary>
    public AnnualPart? Report { get; init; }

    /// <summary>Figures of what was stored.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];
}
