using Kpr.Core.Formats;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Judging;

/// <summary>Judges how a file was sent: who signed it (F05, F06). Only where trusted issuers are loaded; <c>kpr check</c> sees no transport.</summary>
public static class TransportJudge
{
    private const int OrganisationDigits = 9;

    /// <summary>What there is to tell; nothing when all is well, or when nothing can be judged.</summary>
    /// <param name="file">What is known of the file.</param>
    /// <param name="signature">What stands beside the file; null when nothing does.</param>
    /// <param name="sha256">The file's SHA-256, hexadecimal; null when it could not be read whole, which refuses it anyway.</param>
    /// <param name="messages">The messages of the file.</param>
    public static IReadOnlyList<Finding> Judge(FileContext file, TransportSignature? signature, string? sha256, IEnumerable<MessageEnvelope> messages)
    {
        if (file.Reference.Trust is not { } trust || sha256 is null || !The<F05SignatureValid>.Rule.AppliesOn(file.ReceivedOn))
        {
            return [];
        }

        var fault = The<F05SignatureValid>.Rule.Judge(trust, signature, Convert.FromHexString(sha256), file.ReceivedAt)
            ?? The<F06CertificateOfSender>.Rule.Judge(signature!, OrganisationOf(messages, file));
        return fault is { } told ? [FileJudge.AsFinding(told)] : [];
    }

    private static string? OrganisationOf(IEnumerable<MessageEnvelope> messages, FileContext file) =>
        messages.Select(message => message.Origin?.Organisation).FirstOrDefault(organisation => organisation is not null)
        ?? (file.Sender is { Length: OrganisationDigits } sender ? sender : null);
}
