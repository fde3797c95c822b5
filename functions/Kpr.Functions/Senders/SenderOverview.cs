using Kpr.Core.Reporting;

namespace Kpr.Functions.Senders;

/// <summary>What a sender has delivered in a year, what is missing, and how it compares with the year before.</summary>
/// <param name="Sender">Municipality or organisation number.</param>
/// <param name="Name">Name of the municipality; null for an organisation.</param>
/// <param name="Year">The year.</param>
/// <param name="Deliveries">Number of deliveries that arrived in the year, by what became of them.</param>
/// <param name="UnderWay">Deliveries that are not answered yet.</param>
/// <param name="Missing">What is missing.</param>
/// <param name="Figures">Figures of the year's data beside those of the year before.</param>
/// <param name="Windows">The windows of the reporting calendar that are open today.</param>
public sealed record SenderOverview(
    string Sender, string? Name, int Year, IReadOnlyDictionary<string, int> Deliveries, IReadOnlyList<Delivery> UnderWay,
    IReadOnlyList<MissingReport> Missing, IReadOnlyList<Deviation> Figures, IReadOnlyList<ReportingDate> Windows);
