using System.Globalization;

namespace Kpr.Local.Generation.CareReport;

/// <summary>Header and heading of a shipment before they are written.</summary>
internal sealed class ReportHeading
{
    /// <summary>The end of the namespace: ide or ipl.</summary>
    public required string Code { get; init; }

    /// <summary>Type of message.</summary>
    public required string MessageType { get; set; }

    /// <summary>Id of the message.</summary>
    public required string MessageId { get; set; }

    /// <summary>Address of the recipient.</summary>
    public required string Recipient { get; set; }

    /// <summary>Organisation number of the sender.</summary>
    public required string Organisation { get; init; }

    /// <summary>Version of the format.</summary>
    public required string Version { get; set; }

    /// <summary>Municipality number.</summary>
    public required string Municipality { get; init; }

    /// <summary>Data year.</summary>
    public required int Year { get; set; }

    /// <summary>The day on which the data were taken out.</summary>
    public required DateOnly ExtractedOn { get; set; }

    /// <summary>Serial number.</summary>
    public int Serial { get; set; } = 1;

    /// <summary>Number of persons or users, as stated.</summary>
    public long Records { get; set; }

    /// <summary>Number of services, as stated.</summary>
    public long Services { get; set; }

    /// <summary>Types of contact person.</summary>
    public List<string> Contacts { get; } = ["16", "17"];

    /// <summary>Whether this is KPR_IDE.</summary>
    public bool IsIdentity => Code == "ide";

    /// <summary>A day as it is written.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
