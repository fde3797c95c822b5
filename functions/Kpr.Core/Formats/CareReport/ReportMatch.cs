namespace Kpr.Core.Formats.CareReport;

/// <summary>What matching the two shipments of a report told of a record.</summary>
[Flags]
public enum ReportMatch : ulong
{
    /// <summary>Nothing to tell.</summary>
    None = 0,

    /// <summary>The other shipment does not have the person (I22, I23).</summary>
    CounterpartMissing = 1,

    /// <summary>The other shipment has the person, but the record is rejected there (I22).</summary>
    CounterpartRejected = 2,

    /// <summary>The birth year by the number is another than the one stated (I14).</summary>
    OtherBirthYear = 4,

    /// <summary>The sex by the number is another than the one stated (I15).</summary>
    OtherSex = 8,

    /// <summary>A service starts before the person is born (A09).</summary>
    StartsBeforeBirth = 16,
}
