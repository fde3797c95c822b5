namespace Kpr.Core.Formats.Claims;

/// <summary>What the rules need of the delivery that a claim came in.</summary>
/// <param name="DeliveryId">Id of the delivery.</param>
/// <param name="PeriodFrom">First day of the month that is delivered.</param>
/// <param name="PeriodTo">Last day of the month.</param>
public sealed record DeliveryHeading(Guid DeliveryId, DateOnly PeriodFrom, DateOnly PeriodTo);
