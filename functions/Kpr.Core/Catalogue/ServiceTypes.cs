namespace Kpr.Core.Catalogue;

/// <summary>The service types of <see cref="ReferenceData.Default"/>. Rules ask <see cref="ReferenceData.ServiceTypes"/> of their file instead.</summary>
public static class ServiceTypes
{
    /// <summary>The most hours a week one service can have.</summary>
    public const int MaxHoursPerWeek = 168;

    /// <summary>All service types, in the order of the table.</summary>
    public static IReadOnlyList<ServiceType> All => ReferenceData.Default.ServiceTypes.All;

    /// <summary>The service type of a code (one or two digits, no leading zero), or null. Does not allocate.</summary>
    public static ServiceType? Find(ReadOnlySpan<char> code) => ReferenceData.Default.ServiceTypes.Find(code);
}
