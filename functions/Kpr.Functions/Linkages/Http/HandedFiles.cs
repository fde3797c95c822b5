using System.Text.RegularExpressions;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Identity;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Extracts;
using Kpr.Functions.Extracts.Http;
using Kpr.Functions.Extracts.Recipients;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Linkages.Http;

/// <summary>
/// What the parties of a linkage hand to each other: key files to the sources, maps and the sources' data to the linker, linked data to the applicant. Each file is encrypted to whoever
/// it is for before it comes here, is handed to nobody else, so many times, with a line in the audit log before its first byte.
/// </summary>
/// <param name="door">Who may, and the audit log.</param>
/// <param name="linkages">The orders of keys.</param>
/// <param name="files">The files.</param>
/// <param name="recipients">Certificates.</param>
/// <param name="counts">How often they were fetched.</param>
/// <param name="options">How they are handed out.</param>
/// <param name="clock">The time.</param>
public sealed partial class HandedFiles(
    LinkageDoor door, LinkageStore linkages, LinkageFiles files, RecipientStore recipients, DownloadCounts counts, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    /// <summary>The key file of a source, for its own staff, while its data are waited for.</summary>
    public Task<IActionResult> KeysAsync(HttpRequest request, string caseId, string order, CancellationToken cancellationToken) =>
        door.RunAsync(request, caseId, LinkageDoor.IsSource, async (actor, state, linkage) =>
            LinkageDoor.OwnOrder(state, linkage, order, actor) is not { } own ? ProblemResult.Of(Problems.NoLinkageFile)
            : !IsWaitedFor(linkage, own) || !await AreIssuedAsync(state, cancellationToken) ? ProblemResult.Of(Problems.LinkageClosed)
            : await GiveAsync(request, actor, state, LinkageFiles.KeysOf(order), cancellationToken), cancellationToken);

    /// <summary>The linker's map of a source.</summary>
    public Task<IActionResult> MapAsync(HttpRequest request, string caseId, string order, CancellationToken cancellationToken) =>
        door.RunAsync(request, caseId, LinkageDoor.IsLinker, async (actor, state, linkage) =>
            !linkage.Orders.Contains(order) ? ProblemResult.Of(Problems.NoLinkageFile)
            : !await AreIssuedAsync(state, cancellationToken) ? ProblemResult.Of(Problems.LinkageClosed)
            : await GiveAsync(request, actor, state, LinkageFiles.MapOf(order), cancellationToken), cancellationToken);

    /// <summary>Which sources are linked under which batch, for the linker's tool.</summary>
    public Task<IActionResult> SheetAsync(HttpRequest request, string caseId, CancellationToken cancellationToken) =>
        door.RunAsync(request, caseId, LinkageDoor.IsLinker, (_, state, linkage) => Task.FromResult<IActionResult>(
            linkage.KeyBatch is { } batch ? new JsonAnswer(new LinkageSheet(state.Id, batch, linkage.Orders)) : ProblemResult.Of(Problems.LinkageClosed)), cancellationToken);

    /// <summary>Takes a file of a source, encrypted to the linker, in place of one of the same name, until the source lets its data go.</summary>
    public Task<IActionResult> PutSourceAsync(HttpRequest request, string caseId, string order, string name, CancellationToken cancellationToken) =>
        door.RunAsync(request, caseId, LinkageDoor.IsSource, async (actor, state, linkage) =>
        {
            if (LinkageDoor.OwnOrder(state, linkage, order, actor) is not { } own)
            {
                return ProblemResult.Of(Problems.NoLinkageFile);
            }

            if (!IsWaitedFor(linkage, own) || LinkageDoor.BatchOf(state) is not { } id || !await AreIssuedAsync(state, cancellationToken)
                || await linkages.FindOrderAsync(state.Id, id, cancellationToken) is not { Linker.Certificate: { } linker })
            {
                return ProblemResult.Of(Problems.LinkageClosed);
            }

            return await TakeAsync(request, actor, id, $"{LinkageFiles.From(order)}{name}", name, linker, cancellationToken);
        }, cancellationToken);

    /// <summary>A file that a source sent, for the linker, once the source has let its data go.</summary>
    public Task<IActionResult> SourceAsync(HttpRequest request, string caseId, string order, string name, CancellationToken cancellationToken) =>
        door.RunAsync(request, caseId, LinkageDoor.IsLinker, async (actor, state, linkage) =>
            !linkage.Arrived.Contains(order) || !FileName().IsMatch(name) ? ProblemResult.Of(Problems.NoLinkageFile)
            : await GiveAsync(request, actor, state, $"{LinkageFiles.From(order)}{name}", cancellationToken), cancellationToken);

    /// <summary>Takes a file of the linked data, encrypted to the applicant, in place of one of the same name, until they are released.</summary>
    public Task<IActionResult> PutLinkedAsync(HttpRequest request, string caseId, string name, CancellationToken cancellationToken) =>
        door.RunAsync(request, caseId, LinkageDoor.IsLinker, async (actor, state, linkage) =>
            linkage.State is not (LinkageState.Linking or LinkageState.Checked) || LinkageDoor.BatchOf(state) is not { } id ? ProblemResult.Of(Problems.LinkageClosed)
            : await recipients.FindAsync(state.Id, RecipientStore.Applicant, cancellationToken) is not { } applicant ? ProblemResult.Of(Problems.NoCertificate)
            : await TakeAsync(request, actor, id, LinkageFiles.Result + name, name, applicant.Pem, cancellationToken), cancellationToken);

    /// <summary>A file of the linked data, for those who write in the case.</summary>
    public Task<IActionResult> LinkedAsync(HttpRequest request, string caseId, string name, CancellationToken cancellationToken) =>
        door.RunAsync(request, caseId, actor => actor.Role == Role.Applicant, async (actor, state, _) =>
        {
            if (Relations.Of(state, actor) is not (Relation.Owner or Relation.Editor) || LinkageDoor.BatchOf(state) is not { } id
                || await linkages.FindReleaseAsync(state.Id, id, cancellationToken) is not { EnteredAt: not null } release || !release.Files.Any(file => file.Name == name))
            {
                return ProblemResult.Of(Problems.NoLinkageFile);
            }

            return LinkedAccess.Closed(state, release, clock.GetUtcNow()) is { } closed
                ? ProblemResult.Of(closed)
                : await GiveAsync(request, actor, state, LinkageFiles.Result + name, cancellationToken);
        }, cancellationToken);

    private static bool IsWaitedFor(Linkage linkage, SourceOrder order) =>
        linkage.State is LinkageState.KeysIssued or LinkageState.WaitingSources && order.State is OrderState.Accepted or OrderState.Estimated or OrderState.Extracting or OrderState.QualityCheck;

    // Before that there may be files of a batch that comes to nothing.
    private async Task<bool> AreIssuedAsync(CaseState state, CancellationToken cancellationToken) =>
        LinkageDoor.BatchOf(state) is { } id && await linkages.FindAsync(state.Id, id, cancellationToken) is { Status: LinkageStatus.Issued };

    private async Task<IActionResult> GiveAsync(HttpRequest request, Actor actor, CaseState state, string name, CancellationToken cancellationToken)
    {
        if (LinkageDoor.BatchOf(state) is not { } id || await files.OpenAsync(id, name, cancellationToken) is not var (content, bytes))
        {
            return ProblemResult.Of(Problems.NoLinkageFile);
        }

        if (!await counts.TakeAsync(state.Id, id, name, options.Value.Downloads, cancellationToken))
        {
            await content.DisposeAsync();
            return ProblemResult.Of(Problems.DeliveryUsed, name);
        }

        await door.NoteAsync(actor, "linkage-file-fetched", id, name, cancellationToken);
        return OpenedFile.Of(request, content, bytes, name[(name.LastIndexOf('/') + 1)..]);
    }

    private async Task<IActionResult> TakeAsync(HttpRequest request, Actor actor, string id, string path, string name, string pem, CancellationToken cancellationToken)
    {
        if (!FileName().IsMatch(name) || IdentityScan.ContainsNationalId(name))
        {
            return ProblemResult.Of(Problems.BadParameter, "file");
        }

        var (bytes, problem) = await EnvelopeUpload.TakeAsync(
            request, pem, Problems.NotSealed, options.Value.LongestHanded, content => files.WriteAsync(id, path, content, cancellationToken), cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        await door.NoteAsync(actor, "linkage-file-sent", id, path, cancellationToken);
        return new JsonAnswer(new HandedFile(name, bytes));
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}\z")]
    private static partial Regex FileName();
}
