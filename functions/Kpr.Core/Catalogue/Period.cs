namespace Kpr.Core.Catalogue;

/// <summary>When something is in use. Both days are included; null is open-ended.</summary>
/// <param name="From">First day; null when it was in use before anything is known.</param>
/// <param name="To">Last day; null while it is in use.</param>
public readonly record struct Period(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether a day lies within the period.</summary>
    public bool Contains(DateOnly day) => (From is not { } from || from <= day) && (To is not { } to || day <= to);

    /// <summary>Whether some day lies in both periods.</summary>
    public bool Overlaps(Period other) =>
        (From is not { } from || other.To is not { } otherTo || from <= otherTo)
        && (other.From is not { } otherFrom || To is not { } to || otherFrom <= to);
}
