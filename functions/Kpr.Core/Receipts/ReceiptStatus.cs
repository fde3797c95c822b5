using System.Text.Json.Serialization;

namespace Kpr.Core.Receipts;

/// <summary>What became of a file.</summary>
public enum ReceiptStatus
{
    /// <summary>No record was rejected (mottatt).</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>Some records were rejected (delvis mottatt).</summary>
    [JsonStringEnumMemberName("partly-accepted")]
    PartlyAccepted,

    /// <summary>Nothing was stored (avvist).</summary>
    [JsonStringEnumMemberName("rejected")]
    Rejected,

    /// <summary>Waits for a review or for its other half (satt på vent).</summary>
    [JsonStringEnumMemberName("held")]
    Held,
}
