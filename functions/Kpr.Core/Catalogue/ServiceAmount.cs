namespace Kpr.Core.Catalogue;

/// <summary>How much of a service is stated.</summary>
public enum ServiceAmount
{
    /// <summary>No amount.</summary>
    None,

    /// <summary>Hours a week by the decision, at most <see cref="ServiceTypes.MaxHoursPerWeek"/>.</summary>
    HoursPerWeek,

    /// <summary>Days, from start and stop date.</summary>
    Days,
}
