using Kpr.Core.Statistics;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Preparation;

/// <summary>A table of a request, to be entered in the release ledger.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Order">What was ordered.</param>
/// <param name="Request">The request made of it.</param>
/// <param name="Table">What is to be published.</param>
/// <param name="Read">What it counted.</param>
/// <param name="Rules">The rules that it was protected by.</param>
public sealed record ReleaseEntry(
    string Id, TableOrder Order, TableRequest Request, ProtectedTable Table, IReadOnlyList<PlannedPartition> Read, PrimaryRules Rules);
