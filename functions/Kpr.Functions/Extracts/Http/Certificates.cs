using Kpr.Core.Cases;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Extracts.Recipients;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Extracts.Http;

/// <summary>The certificate that a case's deliveries are encrypted to: uploaded by the applicant, of a linkage by the linker and by each source outside the register, each their own.</summary>
/// <param name="door">Who may, and the audit log.</param>
/// <param name="recipients">The certificates.</param>
/// <param name="clock">The time.</param>
public sealed class Certificates(ExtractDoor door, RecipientStore recipients, TimeProvider clock)
{
    private const int Longest = 64 << 10;

    /// <summary>Takes a certificate, PEM or DER, in place of the one before.</summary>
    public Task<IActionResult> PutAsync(HttpRequest request, string id, CancellationToken cancellationToken) => door.RunAsync(request, IsRecipient, async actor =>
    {
        if (await door.FindCaseAsync(id, actor, cancellationToken) is not { } state || Relations.Of(state, actor) is not (Relation.Owner or Relation.Designated or Relation.Source))
        {
            return ProblemResult.Of(Problems.NotFound);
        }

        if (await BytesAsync(request, cancellationToken) is not { } upload)
        {
            return ProblemResult.Of(Problems.TooLarge);
        }

        var now = clock.GetUtcNow();
        var reading = RecipientCertificate.Read(upload, now);
        if (reading.Certificate is not { } taken)
        {
            return Refused(reading.Fault!);
        }

        using var certificate = taken.Open();
        var stored = new StoredCertificate(
            certificate.ExportCertificatePem(), taken.Subject, taken.Sha256, taken.NotBefore, taken.NotAfter, taken.KeyBits, ExtractDoor.By(actor), now.UtcDateTime);
        await door.NoteAsync(actor, "certificate-uploaded", state.Id, taken.Sha256, once: false, cancellationToken);
        await recipients.WriteAsync(state.Id, Whose(state, actor), stored, cancellationToken);
        return new JsonAnswer(stored with { Warning = reading.Warning?.Message });
    }, cancellationToken);

    /// <summary>The certificate, for those whose case it is and the register's staff.</summary>
    public Task<IActionResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellationToken) => door.RunAsync(request, MaySee, async actor =>
    {
        if (await door.FindCaseAsync(id, actor, cancellationToken) is not { } state)
        {
            return ProblemResult.Of(Problems.NotFound);
        }

        if (actor.Role is not Role.Applicant)
        {
            await door.NoteAsync(actor, "certificate-read", state.Id, "", once: false, cancellationToken);
        }

        return await recipients.FindAsync(state.Id, Whose(state, actor), cancellationToken) is { } stored
            ? new JsonAnswer(stored)
            : ProblemResult.Of(Problems.NotThere);
    }, cancellationToken);

    /// <summary>Why a certificate is not taken.</summary>
    internal static ProblemResult Refused(CertificateFault fault) => ProblemResult.Of(Problems.BadCertificate, $"{fault.Number}: {fault.Message}");

    private static bool IsRecipient(Actor actor) => actor.Role is Role.Applicant or Role.Linker || IsSource(actor);

    private static bool IsSource(Actor actor) => actor is { Role: Role.Register, Register: not (null or KprVariables.Register) };

    // The register's staff see the one that their delivery goes to.
    private static string Whose(CaseState state, Actor actor) =>
        IsSource(actor) ? RecipientStore.Source(actor.Register!)
        : actor.Role == Role.Linker || (ExtractDoor.IsStaff(actor) && IsLinked(state)) ? RecipientStore.Linker
        : RecipientStore.Applicant;

    private static bool MaySee(Actor actor) => IsRecipient(actor) || ExtractDoor.MayRead(actor);

    private static bool IsLinked(CaseState state) => state.Orders.Any(order => order is { Register: KprVariables.Register, ViaLinker: true } && !order.State.IsTerminal());

    // Null when it is too long to be a certificate.
    private static async Task<byte[]?> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[8 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            content.Write(buffer.AsSpan(0, read));
            if (content.Length > Longest)
            {
                return null;
            }
        }

        return content.ToArray();
    }
}
