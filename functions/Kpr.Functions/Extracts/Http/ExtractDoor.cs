using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Extracts.Http;

/// <summary>The door to extracts and deliveries: who asks, whether their role may, which case it is about, and a line in the audit log.</summary>
/// <param name="callers">Who asks.</param>
/// <param name="cases">The cases.</param>
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
public sealed class ExtractDoor(Callers callers, CaseStore cases, AuditLog audit, TimeProvider clock)
{
    /// <summary>Whether somebody is of the register's staff.</summary>
    public static bool IsStaff(Actor actor) => actor is { Role: Role.Register, Register: KprVariables.Register };

    /// <summary>Whether somebody may see what there is, of the register's staff or internal control.</summary>
    public static bool MayRead(Actor actor) => IsStaff(actor) || actor.Role == Role.Auditor;

    /// <summary>Who somebody is, as it is noted: role and subject.</summary>
    public static string By(Actor actor) => $"{actor.Role.ToString().ToLowerInvariant()}:{actor.Subject}";

    /// <summary>SHA-256 of a text, lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Runs for whoever may.</summary>
    public async Task<IActionResult> RunAsync(HttpRequest request, Predicate<Actor> may, Func<Actor, Task<IActionResult>> run, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        if (actor is null)
        {
            return problem!;
        }

        try
        {
            return may(actor) ? await run(actor) : ProblemResult.Of(Problems.NotForRole);
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return ProblemResult.Of(Problems.Outage);
        }
    }

    /// <summary>A case; null when there is none, or the actor may not read it.</summary>
    public async Task<CaseState?> FindCaseAsync(string? caseId, Actor actor, CancellationToken cancellationToken)
    {
        var state = caseId is not null && CaseId.IsPossible(caseId) ? (await cases.LoadAsync(caseId, cancellationToken)).State : null;
        return state is { Version: > 0 } && CaseReading.Allows(state, actor) ? state : null;
    }

    /// <summary>Notes what somebody sees or does: before it is seen, or has effect.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="about">To what: an id. It has a chain of its own for each month.</param>
    /// <param name="outcome">More of it: ids and fixed texts only.</param>
    /// <param name="once">Whether it is told once, however often it is asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task NoteAsync(Actor actor, string action, string about, string outcome, bool once, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return audit.AppendAsync(new AuditEvent(now, By(actor), action, about, actor.Register ?? actor.Organisation ?? "", outcome)
        {
            Once = once,
            Chain = $"extracts/{now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}/{about}.jsonl",
        }, cancellationToken);
    }
}
