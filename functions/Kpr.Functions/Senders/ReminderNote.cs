namespace Kpr.Functions.Senders;

/// <summary>A reminder that a sender is to have, noted once for each day of the calendar.</summary>
/// <param name="Sender">Municipality number.</param>
/// <param name="Name">Name of the municipality.</param>
/// <param name="DataYear">The year that is to be reported.</param>
/// <param name="Feed">Name of the feed.</param>
/// <param name="Number">Its place among the reminders of the year, from 1.</param>
/// <param name="On">The day of the calendar.</param>
/// <param name="NotedAt">When it was noted (UTC).</param>
/// <param name="Text">What it says, in Norwegian.</param>
public sealed record ReminderNote(string Sender, string Name, int DataYear, string Feed, int Number, DateOnly On, DateTime NotedAt, string Text);
