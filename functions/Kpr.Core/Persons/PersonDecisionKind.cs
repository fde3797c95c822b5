namespace Kpr.Core.Persons;

/// <summary>What has been decided about a person.</summary>
public enum PersonDecisionKind
{
    /// <summary>Everything about the person is deleted, in all feeds, and what comes is not stored.</summary>
    Erasure,

    /// <summary>The person objects to the registration of health items, or to disclosure.</summary>
    Reservation,

    /// <summary>A number has been replaced by another: both are one person (rule I17).</summary>
    Link,
}
