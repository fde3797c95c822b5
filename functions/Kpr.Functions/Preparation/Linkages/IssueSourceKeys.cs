using System.Text;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Linking;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Linkages;
using Kpr.Functions.Preparation.Extracts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>
/// Makes the files of one source: its key file, encrypted to the source, and the linker's map of it, encrypted to the linker. Neither is ever written in another form: what is sorted is
/// sorted in memory. Done twice, it makes the same numbers.
/// </summary>
/// <param name="linkages">The orders.</param>
/// <param name="lists">The lists.</param>
/// <param name="secrets">Secret and population.</param>
/// <param name="projects">The secrets of projects.</param>
/// <param name="files">Takes the files.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class IssueSourceKeys(
    LinkageStore linkages, LinkageLists lists, BatchSecrets secrets, ProjectSecrets projects, LinkageFiles files, TimeProvider clock, ILogger<IssueSourceKeys> log)
{
    private const int BufferLength = 1 << 16;

    /// <summary>Makes them.</summary>
    /// <returns>The files; none when the batch was given up meanwhile.</returns>
    [Function(nameof(IssueSourceKeys))]
    public async Task<IReadOnlyList<ExtractFile>> RunAsync([ActivityTrigger] LinkagePart part, CancellationToken cancellationToken)
    {
        var order = (await linkages.FindOrderAsync(part.Case, part.Id, cancellationToken))!;
        var source = order.Sources[part.Number];
        if (await linkages.FindAsync(part.Case, part.Id, cancellationToken) is not { Status: LinkageStatus.Ordered }
            || await secrets.FindAsync(order.Case, order.Batch, cancellationToken) is not { } secret
            || await secrets.FindPopulationAsync(part.Id, cancellationToken) is not { } population)
        {
            return [];
        }

        // It was in force when this began.
        if ((ReadLinkageList.FaultOf(source, clock.GetUtcNow()) ?? ReadLinkageList.FaultOf(order.Linker, clock.GetUtcNow())) is { } expired)
        {
            return await RefuseAsync(part, expired, cancellationToken);
        }

        using var serials = new SerialNumbers(secret, source.Id);
        var made = new List<ExtractFile>();
        if (source.Certificate is { } certificate)
        {
            var (identities, fault) = await lists.OpenAsync(order, cancellationToken);
            if (identities is null)
            {
                return await RefuseAsync(part, fault!, cancellationToken);
            }

            using (identities)
            {
                made.Add(await WriteAsync(part.Id, LinkageFiles.KeysOf(source.Id), certificate, (target, scratch) => KeyFile.Write(serials, identities.Each(), target, scratch), cancellationToken));
            }
        }

        using var keys = new ProjectKeys(await projects.GetAsync(order.Project, cancellationToken));
        made.Add(await WriteAsync(
            part.Id, LinkageFiles.MapOf(source.Id), order.Linker.Certificate!,
            (target, scratch) => LinkerKeys.Write(serials, population.InOrder(), person => keys.OfPerson(person).ToString(), target, scratch), cancellationToken));
        return made;
    }

    private async Task<ExtractFile> WriteAsync(string id, string name, string certificate, Action<Stream, Stream> write, CancellationToken cancellationToken)
    {
        var (sha256, bytes) = ("", 0L);
        await files.WriteAsync(id, name, async (target, token) =>
        {
            using var recipient = RecipientCertificate.Read(Encoding.ASCII.GetBytes(certificate), clock.GetUtcNow()).Certificate!.Open();
            await using var content = new PulledStream((plain, _) =>
            {
                using var scratch = new MemoryStream();
                using var buffered = new BufferedStream(plain, BufferLength);
                write(buffered, scratch);
                return Task.CompletedTask;
            });
            await using var measured = new MeasuredStream(target);
            await CmsEnvelope.EncryptAsync(content, measured, recipient, token);
            (sha256, bytes) = (measured.Finish(), measured.Length);
        }, cancellationToken);
        return new ExtractFile(name, bytes, sha256);
    }

    private async Task<IReadOnlyList<ExtractFile>> RefuseAsync(LinkagePart part, string message, CancellationToken cancellationToken)
    {
        await linkages.ChangeAsync(
            part.Case, part.Id, now => now.Status == LinkageStatus.Ordered ? now with { Status = LinkageStatus.Refused, Message = message } : now, cancellationToken);
        Log.LinkageGivenUp(log, part.Id, LinkageStatus.Refused);
        return [];
    }
}
