using System.ComponentModel.DataAnnotations;

namespace Kpr.Functions.Azure;

/// <summary>
/// How long a message waits before it comes again when storage, a queue or Key Vault could not be reached. Without a
/// wait the ten deliveries of a message would be used up in seconds, and its file would wait for a person.
/// </summary>
public sealed class RedeliveryOptions : IValidatableObject
{
    /// <summary>The first wait; each further one is twice as long. Default: 10 seconds.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait. Default: 5 minutes.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How often a message is put off before outages count as faults, which use up its deliveries. Default: 600, about two days.
    /// </summary>
    [Range(0, 100_000)]
    public int MostTimes { get; set; } = 600;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FirstDelay <= TimeSpan.Zero || LongestDelay < FirstDelay || LongestDelay > TimeSpan.FromHours(1))
        {
            yield return new ValidationResult(
                "Kpr:Redelivery: FirstDelay must be more than zero, and LongestDelay at least as long and at most an hour.", [nameof(FirstDelay), nameof(LongestDelay)]);
        }
    }
}
