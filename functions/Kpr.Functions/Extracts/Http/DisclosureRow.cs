namespace Kpr.Functions.Extracts.Http;

/// <summary>A line of the disclosure ledger (utleveringsoversikt): helseregisterloven § 19 h.</summary>
/// <param name="Number">Its place in its year, 1-based.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Extract">Id of the extract.</param>
/// <param name="Recipient">Organisation number of the recipient.</param>
/// <param name="ReleasedBy">Who released it: role and subject.</param>
/// <param name="What">What was disclosed, and by which right.</param>
public sealed record DisclosureRow(long Number, DateTime At, string Extract, string Recipient, string ReleasedBy, Disclosure What);
