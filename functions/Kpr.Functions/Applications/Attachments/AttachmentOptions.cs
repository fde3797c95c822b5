using System.ComponentModel.DataAnnotations;

namespace Kpr.Functions.Applications.Attachments;

/// <summary>How attachments are scanned.</summary>
public sealed class AttachmentOptions : IValidatableObject
{
    /// <summary>
    /// <c>external</c>: a scan outside tells its result by the command <c>scan-attachment</c>, with a token of the role <c>system</c>; <c>built-in</c>: the app
    /// looks itself, for what no application needs (programs in documents, encrypted archives, the test virus). Default: external.
    /// </summary>
    public string Scanner { get; set; } = "external";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Scanner is not ("external" or "built-in"))
        {
            yield return new ValidationResult($"Setting Kpr__Attachments__Scanner is '{Scanner}': it is external or built-in.", [nameof(Scanner)]);
        }
    }
}
