using Kpr.Core.Statistics.Orders;

namespace Kpr.Functions.Statistics;

/// <summary>An order as it is kept.</summary>
/// <param name="Order">The order.</param>
/// <param name="By">Who gave it: role and subject.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Fingerprint">Hash of what was sent: the same key with something else is a mistake.</param>
public sealed record StoredOrder(TableOrder Order, string By, DateTime At, string Fingerprint);
