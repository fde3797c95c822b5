using System.Text.Json.Serialization;

namespace Kpr.Core.Rules;

/// <summary>What a finding costs. It belongs to the finding; one rule may give several.</summary>
public enum Severity
{
    /// <summary>The record is kept; a bad value may be blanked or set to unknown (advarsel).</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>The record is put into quarantine with all its parts (avvist post).</summary>
    [JsonStringEnumMemberName("reject-record")]
    RejectRecord,

    /// <summary>Every record of the message is refused (avvist fil).</summary>
    [JsonStringEnumMemberName("reject-file")]
    RejectFile,
}
