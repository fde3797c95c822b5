namespace Kpr.Core.Receipts;

/// <summary>The file that a receipt answers.</summary>
/// <param name="Name">Base name, with control characters and identity numbers masked.</param>
/// <param name="Sha256">SHA-256 of the file as it lay in storage, lower-case hexadecimal; null when it could not be read whole.</param>
/// <param name="Bytes">Length in bytes as it lay in storage.</param>
/// <param name="Feed">Name of the feed.</param>
/// <param name="Format">Name of the format; null when it could not be told.</param>
/// <param name="FormatVersion">The version that the file states; null when it states none.</param>
/// <param name="Sender">Municipality number or organisation number; null when not told.</param>
/// <param name="MessageId">XPR lokalident or MsgHead MsgId; null when the format has none.</param>
public sealed record ReceiptFile(
    string Name, string? Sha256, long Bytes, string? Feed, string? Format, string? FormatVersion, string? Sender, string? MessageId);
