using System.Text.Json.Nodes;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Functions.Extracts.Http;

/// <summary>An extract as the register's staff sees it. Of persons it tells numbers only.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="OrderedBy">Who ordered it.</param>
/// <param name="OrderedAt">When (UTC).</param>
/// <param name="Order">What was ordered.</param>
/// <param name="State">Where it stands, and its figures.</param>
/// <param name="Release">Who released it, to whom and why; null before that. Without the certificate.</param>
/// <param name="Risk">Its risk figures, k-anonymity among them; null before it is prepared, and in lists.</param>
public sealed record ExtractView(
    string Id, string Case, string OrderedBy, DateTime OrderedAt, ExtractOrder Order, ExtractState State, ExtractRelease? Release = null, JsonNode? Risk = null)
{
    /// <summary>An extract with what is known of it.</summary>
    public static ExtractView Of(string id, StoredExtract stored, ExtractState? state, ExtractRelease? release, byte[]? risk = null) => new(
        id, stored.Order.Case, stored.By, stored.At, stored.Order, state ?? new ExtractState(id, ExtractStatus.Ordered), release is null ? null : release with { Certificate = "" },
        risk is null ? null : JsonNode.Parse(risk));
}
