namespace Kpr.Functions.Senders;

/// <summary>A municipality whose annual report has not come.</summary>
/// <param name="Sender">Municipality number.</param>
/// <param name="Name">Name of the municipality.</param>
/// <param name="DataYear">The year that is to be reported.</param>
/// <param name="DueOn">Last day to deliver.</param>
/// <param name="DaysLate">Days since then; zero while there is time.</param>
/// <param name="What">What is missing, in Norwegian.</param>
/// <param name="LastDelivery">When anything last came from the municipality (UTC); null when nothing has since the beginning of the data year.</param>
/// <param name="Reminders">Number of reminders noted.</param>
public sealed record LateSender(string Sender, string Name, int DataYear, DateOnly DueOn, int DaysLate, string What, DateTime? LastDelivery, int Reminders);
