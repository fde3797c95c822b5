using Kpr.Core.Receipts;

namespace Kpr.Core.Judging;

/// <summary>By what a file is known again (rule F08): feed, sender, the id of its message, and its bytes.</summary>
/// <param name="Feed">Name of the feed; null when it could not be told.</param>
/// <param name="Sender">Municipality or organisation number; null when not told.</param>
/// <param name="MessageId">XPR lokalident or MsgHead MsgId as sent, or a hash of it; null when the format has none, or the file several.</param>
/// <param name="Sha256">SHA-256 of the file as stored, lower-case hexadecimal.</param>
public readonly record struct MessageIdentity(string? Feed, string? Sender, string? MessageId, string Sha256)
{
    /// <summary>The key under which these bytes are remembered. Ids from outside stand last, so that none can imitate another key.</summary>
    public string BytesKey => $"{Feed}/{Sender}/bytes/{Sha256}";

    /// <summary>The key under which the message's id is remembered; null when it has none.</summary>
    public string? IdKey => MessageId is null ? null : $"{Feed}/{Sender}/id/{MessageId}";

    /// <summary>Feed, sender and sum; the id may hold an identity number.</summary>
    public override string ToString() => $"{Feed}/{Sender}/{Sha256}";

    /// <summary>The identity of a file that a receipt answers; null when the file could not be read whole.</summary>
    public static MessageIdentity? Of(ReceiptFile file) =>
        file.Sha256 is { } sha256 ? new MessageIdentity(file.Feed, file.Sender, file.MessageId, sha256) : null;
}
