using Kpr.Core.Cases;

namespace Kpr.Functions.Applications;

/// <summary>What one command adds to a case.</summary>
/// <param name="Before">The case as it was read.</param>
/// <param name="After">The case after the events.</param>
/// <param name="Events">The new events; at least one.</param>
/// <param name="Key">By what the command is known when it comes again; null where nobody sends it twice.</param>
/// <param name="Outbox">What is to be done because of it.</param>
public sealed record Commit(
    StoredCase Before, CaseState After, IReadOnlyList<Recorded<CaseEvent>> Events, CommandKey? Key, IReadOnlyList<OutboxEntry> Outbox);
