using System.Globalization;
using Kpr.Core.Formats;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Senders;

/// <summary>What is asked about a sender's deliveries.</summary>
/// <param name="Feed">Only those of a feed; null for all.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
/// <param name="Take">Most deliveries.</param>
internal sealed record Question(string? Feed, string? After, int Take)
{
    private const int UsualPage = 100;
    private const int LongestPage = 500;

    /// <summary>Reads the parameters of a question.</summary>
    /// <returns>Why it is refused; null with the question when it is not.</returns>
    public static IActionResult? Read(HttpRequest request, out Question question)
    {
        question = new Question(Answers.Query(request, "feed"), Answers.Query(request, "after"), UsualPage);
        if (question.Feed is { } feed && Feeds.Find(feed) is null)
        {
            return Answers.Malformed("feed", $"Kjente strømmer: {string.Join(", ", Feeds.All.Select(known => known.Name))}.");
        }

        if (question.After is { } after && !DeliveryLog.IsPlace(after))
        {
            return Answers.Malformed("after", "Oppgi det som sto i next på siden foran.");
        }

        if (Answers.Query(request, "take") is { } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var take) || take is < 1 or > LongestPage)
            {
                return Answers.Malformed("take", $"Oppgi et tall fra 1 til {LongestPage}.");
            }

            question = question with { Take = take };
        }

        return null;
    }

    /// <summary>Reads the sender and the year asked about.</summary>
    /// <returns>Why the question is refused; null with the year when it is not.</returns>
    public static IActionResult? Read(HttpRequest request, string sender, int thisYear, out int year)
    {
        year = thisYear;
        return !SenderView.IsSender(sender) ? new NotFoundResult()
            : Answers.Query(request, "year") is { } text && !Answers.TryYear(text, out year) ? Answers.Malformed("year", "Oppgi et årstall.")
            : null;
    }
}
