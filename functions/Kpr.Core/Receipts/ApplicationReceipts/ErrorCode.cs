namespace Kpr.Core.Receipts.ApplicationReceipts;

/// <summary>An error code of application receipts (list 8221).</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">Its name in the list.</param>
public sealed record ErrorCode(string Code, string Name);
