using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Extracts.Recipients;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Extracts.Http;

/// <summary>
/// Releases an extract, for another of the register's staff than who ordered or checked it. First how it is meant is kept, then the case decides by its own rules, then preparation
/// is told. Whoever dies in between leaves a case that was told of it, and the case's next look does the rest.
/// </summary>
/// <param name="door">Who may, and the audit log.</param>
/// <param name="index">The extracts of cases.</param>
/// <param name="extracts">The extracts.</param>
/// <param name="duties">Carries out what the case took.</param>
/// <param name="recipients">Certificates.</param>
/// <param name="deliveries">Where deliveries lie.</param>
/// <param name="execute">Carries out commands.</param>
/// <param name="write">Answers commands.</param>
/// <param name="options">How deliveries are handed out.</param>
/// <param name="clock">The time.</param>
public sealed partial class ReleaseExtracts(
    ExtractDoor door, CaseExtracts index, ExtractStore extracts, ExtractDuties duties, RecipientStore recipients, DeliveryStore deliveries, ExecuteCommand execute, WriteCase write,
    IOptions<DeliveryOptions> options, TimeProvider clock)
{
    private const int LongestReason = 2_000;

    /// <summary>Releases.</summary>
    public Task<IActionResult> RunAsync(HttpRequest request, string id, CancellationToken cancellationToken) => door.RunAsync(request, ExtractDoor.IsStaff, async actor =>
    {
        var (headers, wrong) = WriteHeaders.Read(request, versioned: false);
        var (body, sent, problem) = headers is null ? (null, "", wrong) : await ReadAsync(request, cancellationToken);
        if (body is null)
        {
            return problem!;
        }

        if (!ExtractStore.IsPossible(id) || await extracts.FindOrderAsync(id, cancellationToken) is not { } stored
            || await door.FindCaseAsync(stored.Order.Case, actor, cancellationToken) is not { } state || state.FindOrder(stored.Order.Order) is not { } order)
        {
            return ProblemResult.Of(Problems.NoExtract);
        }

        var isOurs = order.Output?.Reference == id;
        if (isOurs && order.ReleasedBy == actor.Subject)
        {
            // Sent again.
            return await CarryAsync(state, order.Id, id, stored, cancellationToken);
        }

        if (!isOurs || order.State != OrderState.QualityCheck || await extracts.FindStateAsync(id, cancellationToken) is not { Status: ExtractStatus.Prepared } extract)
        {
            return ProblemResult.Of(Problems.ExtractState);
        }

        if (stored.By == ExtractDoor.By(actor))
        {
            return ProblemResult.Of(Refusals.FourEyes.For(actor.Subject));
        }

        var (release, refused) = await MakeAsync(state, order, extract, body, actor, cancellationToken);
        if (release is null)
        {
            return refused!;
        }

        await index.IntendAsync(state.Id, id, actor.Subject, release, cancellationToken);
        CaseCommand command = order.ViaLinker ? new SendToLinker(order.Id) : new ReleaseOrder(order.Id, $"uttrekk/{id}");
        var key = CommandKey.Of(actor.Subject, headers!.Key, CommandCatalogue.Of(command).Name, $"{id}\n{sent}");
        var answer = await execute.RunAsync(state.Id, command, actor, key, null, cancellationToken);
        if (!answer.IsDone)
        {
            return write.Answer(answer, isStart: false);
        }

        await door.NoteAsync(actor, "extract-released", id, $"{state.Id} {release.Recipient}{(release.Reason is null ? "" : " above-limits")}", once: true, cancellationToken);
        return await CarryAsync(answer.State, order.Id, id, stored, cancellationToken);
    }, cancellationToken);

    private async Task<IActionResult> CarryAsync(CaseState state, string order, string id, StoredExtract stored, CancellationToken cancellationToken)
    {
        await duties.ReleaseAsync(state.Id, state.FindOrder(order)!, id, cancellationToken);
        return new JsonAnswer(
            ExtractView.Of(id, stored, await extracts.FindStateAsync(id, cancellationToken), await extracts.FindReleaseAsync(id, cancellationToken)), StatusCodes.Status202Accepted)
        {
            Location = $"/api/extracts/{id}",
        };
    }

    // The release as it is meant; or what it lacks.
    private async Task<(ExtractRelease? Release, ProblemResult? Problem)> MakeAsync(
        CaseState state, SourceOrder order, ExtractState extract, ReleaseBody body, Actor actor, CancellationToken cancellationToken)
    {
        if (body.Room is { } room && (!RoomName().IsMatch(room) || !deliveries.HasRoom(room)))
        {
            return (null, ProblemResult.Of(Problems.NoRoom));
        }

        var now = clock.GetUtcNow();
        if (await recipients.FindAsync(state.Id, order.ViaLinker ? RecipientStore.Linker : RecipientStore.Applicant, cancellationToken) is not { } certificate)
        {
            return (null, ProblemResult.Of(Problems.NoCertificate));
        }

        if (body.Certificate is { } confirmed && !confirmed.Equals(certificate.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            return (null, ProblemResult.Of(Problems.BadCertificate, "Sertifikatet er et annet enn det som er bekreftet."));
        }

        // It may have gone out since it was uploaded.
        if (RecipientCertificate.Read(Encoding.ASCII.GetBytes(certificate.Pem), now).Fault is { } fault)
        {
            return (null, Certificates.Refused(fault));
        }

        var reason = string.IsNullOrWhiteSpace(body.Reason) ? null : body.Reason.Trim();
        if (reason?.Length > LongestReason || (reason is null && extract.AboveLimits != false))
        {
            return (null, ProblemResult.Of(Problems.ReasonMissing));
        }

        return (new ExtractRelease(ExtractDoor.By(actor), now.UtcDateTime, Recipient(state, order), certificate.Pem, options.Value.ExpiryOf(state, now)) { Reason = reason, Room = body.Room }, null);
    }

    private static string Recipient(CaseState state, SourceOrder order) =>
        order.ViaLinker ? state.Linkage!.Linker : state.Content.Parties?.Controller?.OrganisationNumber ?? state.Content.Parties?.Controller?.Name ?? "ukjent";

    private static async Task<(ReleaseBody? Body, string Sent, ProblemResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadJsonAsync(request, cancellationToken);
        if (problem is not null || body.ValueKind == JsonValueKind.Undefined)
        {
            return problem is null ? (new ReleaseBody(), "", null) : (null, "", problem);
        }

        try
        {
            return (body.Deserialize<ReleaseBody>(HttpJson.Strict), body.GetRawText(), null);
        }
        catch (JsonException)
        {
            return (null, "", ProblemResult.Of(Problems.BadParameter, "reason, room, certificate"));
        }
    }

    // It becomes a part of a setting's name.
    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex RoomName();
}
