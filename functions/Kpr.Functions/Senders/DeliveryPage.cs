using Kpr.Core.Reporting;

namespace Kpr.Functions.Senders;

/// <summary>Some of a sender's deliveries, the latest first.</summary>
/// <param name="Sender">The sender.</param>
/// <param name="Year">The year in which they arrived.</param>
/// <param name="Deliveries">The deliveries.</param>
/// <param name="Next">What to ask for the next ones with (<c>after</c>); null when these are the last.</param>
public sealed record DeliveryPage(string Sender, int Year, IReadOnlyList<Delivery> Deliveries, string? Next);
