namespace Kpr.Core.Persons;

/// <summary>
/// What a person may object to (reservasjon, KPR regulation § 2-2): that health items of some services are registered, and that data
/// are disclosed for research and other secondary purposes. No other service has a right of objection.
/// </summary>
[Flags]
public enum ReservedServices
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Health items of health stations, school health and maternity care (rule A43): measurements, breastfeeding.</summary>
    SchoolHealth = 1,

    /// <summary>Health items of dental care (rule K37): diagnoses, tariffs, teeth, where no refund follows.</summary>
    Dental = 2,

    /// <summary>Disclosure for research and other secondary purposes. Asked when data are prepared; what is stored stays.</summary>
    Disclosure = 4,
}
