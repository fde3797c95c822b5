using System.Text;
using System.Text.RegularExpressions;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Identity;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Extracts.Recipients;
using Kpr.Functions.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Extracts.Http;

/// <summary>
/// Lists of identity numbers, uploaded by the applicant and encrypted to the register's certificate before they come here. Nobody here can open them: what is not such an envelope is
/// refused by its first bytes, and nothing of it is stored.
/// </summary>
/// <param name="door">Who may, and the audit log.</param>
/// <param name="extracts">The register's certificate.</param>
/// <param name="cohorts">Where lists go.</param>
/// <param name="recipients">Which lists there are.</param>
/// <param name="tell">Asks for the certificate to be made.</param>
/// <param name="options">How long a list may be.</param>
/// <param name="clock">The time.</param>
public sealed partial class Lists(
    ExtractDoor door, ExtractStore extracts, CohortStore cohorts, RecipientStore recipients, TellPreparation tell, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    /// <summary>The certificate that lists are encrypted to, for whoever is logged in.</summary>
    public Task<IActionResult> CertificateAsync(HttpRequest request, CancellationToken cancellationToken) => door.RunAsync(request, _ => true, async _ =>
        await PemAsync(cancellationToken) is { } pem
            ? new FileAnswer(Encoding.ASCII.GetBytes(pem), "application/x-pem-file", "kpr.pem")
            : ProblemResult.Of(Problems.NoRegisterCertificate), cancellationToken);

    /// <summary>Takes a list. The same name again takes the place of the one before.</summary>
    public Task<IActionResult> PutAsync(HttpRequest request, string id, string name, CancellationToken cancellationToken) => door.RunAsync(request, actor => actor.Role == Role.Applicant, async actor =>
    {
        if (!ListName().IsMatch(name) || IdentityScan.ContainsNationalId(name))
        {
            return ProblemResult.Of(Problems.BadParameter, "name");
        }

        if (await door.FindCaseAsync(id, actor, cancellationToken) is not { } state || Relations.Of(state, actor) != Relation.Owner)
        {
            return ProblemResult.Of(Problems.NotFound);
        }

        if (state.Phase.IsTerminal())
        {
            return ProblemResult.Of(Refusals.WrongPhase);
        }

        if (request.ContentLength > options.Value.LongestList)
        {
            return ProblemResult.Of(Problems.TooLarge);
        }

        return await PemAsync(cancellationToken) is { } pem
            ? await TakeAsync(request, state, actor, name, pem, cancellationToken)
            : ProblemResult.Of(Problems.NoRegisterCertificate);
    }, cancellationToken);

    /// <summary>The lists of a case: names, ids and lengths.</summary>
    public Task<IActionResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) => door.RunAsync(request, MaySee, async actor =>
    {
        if (await door.FindCaseAsync(id, actor, cancellationToken) is not { } state)
        {
            return ProblemResult.Of(Problems.NotFound);
        }

        if (actor.Role != Role.Applicant)
        {
            await door.NoteAsync(actor, "lists-read", state.Id, "", once: false, cancellationToken);
        }

        return new JsonAnswer(await recipients.ListsAsync(state.Id, cancellationToken));
    }, cancellationToken);

    // Whoever orders the keys of a linkage names the list.
    private static bool MaySee(Actor actor) => actor.Role is Role.Applicant or Role.Handler || ExtractDoor.MayRead(actor);

    private async Task<IActionResult> TakeAsync(HttpRequest request, CaseState state, Actor actor, string name, string pem, CancellationToken cancellationToken)
    {
        var list = RecipientStore.ListId(state.Id, name);
        var (bytes, problem) = await EnvelopeUpload.TakeAsync(
            request, pem, Problems.NotEncrypted, options.Value.LongestList, content => cohorts.WriteAsync(state.Id, list, content, cancellationToken), cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var uploaded = new UploadedList(name, list, bytes, clock.GetUtcNow().UtcDateTime);
        await door.NoteAsync(actor, "list-uploaded", state.Id, list, once: false, cancellationToken);
        await recipients.NoteAsync(state.Id, uploaded, cancellationToken);
        return new JsonAnswer(uploaded);
    }

    private async Task<string?> PemAsync(CancellationToken cancellationToken)
    {
        var pem = await extracts.FindCertificateAsync(cancellationToken);
        if (pem is null)
        {
            await tell.WantCertificateAsync(cancellationToken);
        }

        return pem;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}\z")]
    private static partial Regex ListName();
}
