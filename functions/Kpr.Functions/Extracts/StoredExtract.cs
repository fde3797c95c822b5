using Kpr.Core.Extracts.Orders;

namespace Kpr.Functions.Extracts;

/// <summary>An order of an extract as it is kept.</summary>
/// <param name="Order">The order.</param>
/// <param name="DecisionVersion">The decision that was in force when it was given.</param>
/// <param name="By">Who gave it: role and subject.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Fingerprint">Hash of what was sent: the same key with something else is a mistake.</param>
public sealed record StoredExtract(ExtractOrder Order, int DecisionVersion, string By, DateTime At, string Fingerprint);
