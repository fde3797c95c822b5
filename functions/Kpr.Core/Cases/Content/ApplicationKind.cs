namespace Kpr.Core.Cases.Content;

/// <summary>What is applied for.</summary>
public enum ApplicationKind
{
    /// <summary>Anonymous statistics (statistikk): helseregisterloven § 19.</summary>
    Statistics,

    /// <summary>Person-level data (personidentifiserbare opplysninger): helseregisterloven § 19 a.</summary>
    PersonLevel,
}
