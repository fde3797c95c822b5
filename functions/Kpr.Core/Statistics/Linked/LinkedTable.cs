using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics.Linked;

/// <summary>A table of a request, counted and not protected yet.</summary>
/// <param name="Order">What was ordered.</param>
/// <param name="Request">The request made of it.</param>
/// <param name="Layout">Its cells.</param>
/// <param name="Facts">What the rules judge each cell of its system by.</param>
/// <param name="Rules">The rules for it.</param>
public sealed record LinkedTable(TableOrder Order, TableRequest Request, TableLayout Layout, IReadOnlyList<CellFacts> Facts, PrimaryRules Rules);
