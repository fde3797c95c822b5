namespace Kpr.Core.Statistics.Requests;

/// <summary>A segment of the register to be counted.</summary>
/// <param name="Content">The segment as it is stored; or the CSV of one, unpacked.</param>
/// <param name="Sender">The municipality in the path of its partition; empty where there is none.</param>
public sealed record CountedSegment(Stream Content, string Sender = "")
{
    /// <summary>The last day of the data year in the path of its partition; empty where there is none.</summary>
    public string DataYear { get; init; } = "";

    /// <summary>Which records count; null for all.</summary>
    public RowStanding? Standing { get; init; }

    /// <summary>The person key that counts for a key (a number may have been replaced); null where nothing of the person may be read.</summary>
    public Func<string, string?> Person { get; init; } = AsItIs;

    /// <summary>Every key is that of a person of its own.</summary>
    internal static Func<string, string?> AsItIs { get; } = key => key;
}
