using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Statistics;

/// <summary>Tables over HTTP: their shape for whoever is logged in, tables themselves for the register's staff, and for an applicant what was released to him.</summary>
/// <param name="callers">Who asks.</param>
/// <param name="tables">The orders, and the tables made.</param>
/// <param name="cases">The cases that tables are made for.</param>
/// <param name="bus">Tells whoever counts.</param>
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
public sealed class Tables(Callers callers, TableStore tables, CaseStore cases, Lazy<MessageBus> bus, AuditLog audit, TimeProvider clock)
{
    private const string Register = "kpr";
    private const int IdLength = 32;

    /// <summary>The shape of the table that an order would give.</summary>
    public Task<IActionResult> PreviewAsync(HttpRequest request, CancellationToken cancellationToken) => RunAsync(request, _ => true, async _ =>
    {
        var (order, _, problem) = await OrderAsync(request, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        if (LinkedOrder.Read(order, ReferenceData.Default, out var read) is { } fault)
        {
            return Refusal(fault);
        }

        var shapes = read.Select(table => TableShape.Of(table.Request, table.Layout)).ToList();
        return new JsonAnswer(shapes.Count == 1 ? shapes[0] : shapes[0] with { Also = [.. shapes.Skip(1)] });
    }, cancellationToken);

    /// <summary>Orders a table. Its id follows from the sender and the idempotency key.</summary>
    public Task<IActionResult> StartAsync(HttpRequest request, CancellationToken cancellationToken) => RunAsync(request, IsStaff, async actor =>
    {
        var (headers, wrong) = WriteHeaders.Read(request, versioned: false);
        var (order, sent, problem) = headers is null ? (null, "", wrong) : await OrderAsync(request, cancellationToken);
        if (order is null)
        {
            return problem!;
        }

        if (LinkedOrder.Read(order, ReferenceData.Default, out _) is { } fault)
        {
            return Refusal(fault);
        }

        if (order.Case is not null && !(await CaseOfAsync(order, cancellationToken) is { } state && CaseTables.Awaits(state, Register)))
        {
            return ProblemResult.Of(Problems.NoTableCase);
        }

        var id = Hash($"{actor.Subject}\n{headers!.Key}")[..IdLength];
        var by = $"{actor.Role.ToString().ToLowerInvariant()}:{actor.Subject}";
        var known = await tables.AddAsync(id, new StoredOrder(order, by, clock.GetUtcNow().UtcDateTime, Hash(sent)), cancellationToken);
        if (known.Fingerprint != Hash(sent))
        {
            return ProblemResult.Of(Problems.KeyInUse);
        }

        await NoteAsync(actor, "table-ordered", id, $"{order.Dataset} {order.Case}".TrimEnd(), cancellationToken);
        // Told again when it is sent again: whoever died in between would have told nobody.
        var stands = await tables.FindStateAsync(id, cancellationToken);
        if (stands is null)
        {
            await bus.Value.SendAsync(Queues.OrderTable, MessageBus.Message(id, new TableMessage(id), TableMessageJson.Default.TableMessage), cancellationToken);
        }

        return new JsonAnswer(stands ?? new TableState(id, TableStatus.Ordered), StatusCodes.Status202Accepted) { Location = $"/api/tables/{id}" };
    }, cancellationToken);

    /// <summary>Where a table stands.</summary>
    public Task<IActionResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) => RunAsync(request, MayRead, async actor =>
    {
        if (!await IsForAsync(actor, id, cancellationToken))
        {
            return ProblemResult.Of(Problems.NoTable);
        }

        var state = await tables.FindStateAsync(id, cancellationToken) ?? new TableState(id, TableStatus.Ordered);
        return new JsonAnswer(actor.Role != Role.Applicant ? state : state with
        {
            Read = null, Files = [.. (state.Files ?? TableFile.OfOne.Select(file => file.Name)).Where(name => TableFile.Find(name) is { IsInternal: false })],
        });
    }, cancellationToken);

    /// <summary>A file of a table that is done.</summary>
    public Task<IActionResult> FileAsync(HttpRequest request, string id, string name, CancellationToken cancellationToken) => RunAsync(request, MayRead, async actor =>
    {
        if (TableFile.Find(name) is not { } file || (file.IsInternal && actor.Role == Role.Applicant) || !await IsForAsync(actor, id, cancellationToken)
            || await tables.FindStateAsync(id, cancellationToken) is not { Status: TableStatus.Done } state
            || !(state.Files ?? TableFile.OfOne.Select(one => one.Name)).Contains(name) || await tables.FindAsync(id, name, cancellationToken) is not { } content)
        {
            return ProblemResult.Of(Problems.NoTable);
        }

        await NoteAsync(actor, "table-read", id, name, cancellationToken);
        return new FileAnswer(content, file.MediaType, name);
    }, cancellationToken);

    // The register's staff and the auditor see all; an applicant what was released to him, as long as it is. To all others it does not exist.
    private async Task<bool> IsForAsync(Actor actor, string id, CancellationToken cancellationToken)
    {
        if (!IsPossible(id) || await tables.FindOrderAsync(id, cancellationToken) is not { } stored)
        {
            return false;
        }

        return actor.Role != Role.Applicant || (await CaseOfAsync(stored.Order, cancellationToken) is { } state && CaseTables.IsReleasedTo(state, actor, id));
    }

    private async Task<CaseState?> CaseOfAsync(TableOrder order, CancellationToken cancellationToken) =>
        CaseId.IsPossible(order.Case ?? "") && (await cases.LoadAsync(order.Case!, cancellationToken)).State is { Version: > 0 } state ? state : null;

    private static bool IsStaff(Actor actor) => actor is { Role: Role.Register, Register: Register };

    private static bool MayRead(Actor actor) => IsStaff(actor) || actor.Role is Role.Auditor or Role.Applicant;

    /// <summary>Whether a text from outside can be the id of a table.</summary>
    internal static bool IsPossible(string? id) => id is { Length: IdLength } && id.All(char.IsAsciiHexDigitLower);

    private static ProblemResult Refusal(TableFault fault) => ProblemResult.Of(Problems.BadTable, fault.Message);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static async Task<(TableOrder? Order, string Sent, ProblemResult? Problem)> OrderAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadJsonAsync(request, cancellationToken);
        if (problem is not null || body.ValueKind != JsonValueKind.Object)
        {
            return (null, "", problem ?? ProblemResult.Of(Problems.BadJson));
        }

        try
        {
            return (body.Deserialize<TableOrder>(TableJson.Options), body.GetRawText(), null);
        }
        catch (JsonException)
        {
            return (null, "", ProblemResult.Of(Problems.BadTable, "JSON"));
        }
    }

    private async Task<IActionResult> RunAsync(HttpRequest request, Predicate<Actor> may, Func<Actor, Task<IActionResult>> run, CancellationToken cancellationToken)
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

    private async Task NoteAsync(Actor actor, string action, string id, string outcome, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var by = $"{actor.Role.ToString().ToLowerInvariant()}:{actor.Subject}";
        await audit.AppendAsync(new AuditEvent(now, by, action, id, actor.Register ?? "hds", outcome)
        {
            Once = action == "table-ordered",
            Chain = $"tables/{now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)}.jsonl",
        }, cancellationToken);
    }
}
