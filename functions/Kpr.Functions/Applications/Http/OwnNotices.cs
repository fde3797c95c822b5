using System.Text.Json;
using Kpr.Core.Cases.Notices;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Notices;
using Kpr.Functions.Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Applications.Http;

/// <summary>How persons want their notices, over HTTP: their own, and nobody else's. What parties get is a setting of the operator.</summary>
/// <param name="callers">Who asks.</param>
/// <param name="wishes">What persons chose.</param>
public sealed class OwnNotices(Callers callers, NoticeWishes wishes)
{
    /// <summary>What holds when nothing is chosen: the address of the application or of the settings, bokmål, a letter an event.</summary>
    private static readonly NoticeWish Usual = new(null, NoticeTemplates.Norwegian, Digest: false);

    /// <summary>What the sender chose.</summary>
    public async Task<IActionResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        return problem ?? await AnswerAsync(actor!, async party => new JsonAnswer(await wishes.FindAsync(party, cancellationToken) ?? Usual), cancellationToken);
    }

    /// <summary>Keeps what the sender chooses, in place of what was chosen before. Sending it twice is no fault.</summary>
    public async Task<IActionResult> ChooseAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var (body, bad) = await RequestBody.ReadJsonAsync(request, cancellationToken);
        if (bad is not null)
        {
            return bad;
        }

        var wish = Read(body);
        return wish is null || !NoticeTemplates.Languages.Contains(wish.Language, StringComparer.Ordinal) || (wish.Email is { } email && !MailText.IsAddress(email))
            ? ProblemResult.Of(Problems.BadParameter, "email, language, digest")
            : await AnswerAsync(actor!, async party =>
            {
                await wishes.SetAsync(party, wish, cancellationToken);
                return new JsonAnswer(wish);
            }, cancellationToken);
    }

    private static NoticeWish? Read(JsonElement body)
    {
        try
        {
            return body.ValueKind == JsonValueKind.Object ? body.Deserialize<NoticeWish>(HttpJson.Strict) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<IActionResult> AnswerAsync(Actor actor, Func<string, Task<IActionResult>> answer, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.Applicant or Role.Handler))
        {
            return ProblemResult.Of(Problems.NotForRole);
        }

        try
        {
            return await answer(NoticeDirectory.PartyOf(actor));
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return ProblemResult.Of(Problems.Outage);
        }
    }
}
