using System.Globalization;
using Kpr.Core.Cases.Notices;

namespace Kpr.Functions.Applications;

/// <summary>
/// Something that must be done because of a command, written in the same transaction as its events. Its id follows from the case and the place of the first
/// event, so doing it twice can be seen by whoever receives it.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="First">Place of the command's first event.</param>
/// <param name="Version">Version of the case after the command.</param>
/// <param name="Kind">What is to be done.</param>
public sealed record OutboxEntry(string CaseId, long First, long Version, OutboxKind Kind)
{
    /// <summary>The notices; empty for other kinds.</summary>
    public IReadOnlyList<NoticeRequest> Notices { get; init; } = [];

    /// <summary>Places in work lists that the command changed, the old and the new; empty for other kinds.</summary>
    public IReadOnlyList<ListPlace> Lists { get; init; } = [];

    /// <summary>Ids of attachments to be scanned; empty for other kinds.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>The W3C context of the command, as text; null when nobody recorded one.</summary>
    public string? Trace { get; init; }

    /// <summary>The deterministic id: <c>case/first event/kind</c>.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{CaseId}/{First}/{Kind.ToString().ToLowerInvariant()}");
}
