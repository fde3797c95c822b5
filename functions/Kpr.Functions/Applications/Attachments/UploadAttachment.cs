using System.Security.Cryptography;
using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Applications.Attachments;

/// <summary>
/// Takes an attachment: looks at its bytes, refuses what is not what it says it is, stores it under its hash, and gives the case the command <c>attach</c>. The
/// file lies there before the case names it, so that a case never names a file that is not there.
/// </summary>
/// <param name="callers">Who sends it.</param>
/// <param name="store">The cases.</param>
/// <param name="process">The rules.</param>
/// <param name="files">Where it goes.</param>
/// <param name="write">Carries out the command.</param>
/// <param name="clock">The time.</param>
public sealed class UploadAttachment(Callers callers, CaseStore store, CaseProcess process, AttachmentFiles files, WriteCase write, TimeProvider clock)
{
    private const string Command = "attach";
    private const int LongestName = 200;

    /// <summary>Takes an attachment.</summary>
    public async Task<IActionResult> RunAsync(HttpRequest request, string id, string attachment, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        if (actor is null)
        {
            return problem!;
        }

        var (headers, wrong) = WriteHeaders.Read(request, versioned: true);
        if (headers is null)
        {
            return wrong!;
        }

        if (Named(request) is not { } named || !CaseId.IsPossible(attachment))
        {
            return ProblemResult.Of(Problems.BadParameter, "attachment, kind, fileName");
        }

        if (request.ContentLength > Attach.Longest)
        {
            return ProblemResult.Of(Refusals.AttachmentLimits);
        }

        try
        {
            // Strangers send no files here.
            var state = CaseId.IsPossible(id) ? (await store.LoadAsync(id, cancellationToken)).State : CaseState.New(id);
            if (!RoleTable.Allows(typeof(Attach), actor.Role, Relations.Of(state, actor)))
            {
                return ProblemResult.Of(Refusals.NotYours);
            }

            return await TakeAsync(request, state, actor, headers, attachment, named, cancellationToken);
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return ProblemResult.Of(Problems.Outage);
        }
    }

    private async Task<IActionResult> TakeAsync(
        HttpRequest request, CaseState state, Actor actor, WriteHeaders headers, string attachment, (string FileName, AttachmentKind Kind) named, CancellationToken cancellationToken)
    {
        await using var content = TemporaryFile();
        if (await CopyAsync(request, content, cancellationToken) is not { } sha256)
        {
            return ProblemResult.Of(Refusals.AttachmentLimits.For(attachment));
        }

        if (FileSniffing.Of(content) is not { } kind)
        {
            return ProblemResult.Of(Problems.FileType);
        }

        if (!kind.Agrees(request.ContentType, named.FileName))
        {
            return ProblemResult.Of(Problems.FileLies, kind.MediaType);
        }

        var command = new Attach(attachment, named.Kind, named.FileName, kind.MediaType, content.Length, sha256);
        var outcome = process.Handle(state, command, actor, clock.GetUtcNow());
        if (outcome.Refusal is null && outcome.Events.Count > 0)
        {
            content.Position = 0;
            await files.PutAsync(state.Id, sha256, content, cancellationToken);
        }

        var body = JsonSerializer.SerializeToElement(command, CaseJson.Received);
        var answer = await write.RunAsync(state.Id, Command, body, actor, headers, cancellationToken);
        return answer is JsonAnswer done
            ? new JsonAnswer(done.Value, StatusCodes.Status202Accepted) { Version = done.Version, Location = $"/api/cases/{state.Id}/attachments/{attachment}/status" }
            : answer;
    }

    private static (string FileName, AttachmentKind Kind)? Named(HttpRequest request)
    {
        var name = request.Query["fileName"].ToString();
        var kind = Enum.GetValues<AttachmentKind>().Cast<AttachmentKind?>()
            .FirstOrDefault(known => JsonNamingPolicy.KebabCaseLower.ConvertName(known.ToString()!) == request.Query["kind"].ToString());
        return kind is { } found && name.Length is > 0 and <= LongestName && !name.Any(letter => char.IsControl(letter) || letter is '/' or '\\') ? (name, found) : null;
    }

    private static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    // The hash of the body; null when it is too long.
    private static async Task<string?> CopyAsync(HttpRequest request, Stream to, CancellationToken cancellationToken)
    {
        // The server's own limit is lower than that of attachments.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Attach.Longest + 1;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (to.Length + read > Attach.Longest)
            {
                return null;
            }

            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
