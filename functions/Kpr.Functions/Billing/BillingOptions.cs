using System.ComponentModel.DataAnnotations;
using Kpr.Core.Invoices;
using Kpr.Core.Pricing;

namespace Kpr.Functions.Billing;

/// <summary>How bills are made and sent.</summary>
public sealed class BillingOptions : IValidatableObject
{
    /// <summary>Days from issue to due. Default: 30, as public buyers pay.</summary>
    [Range(1, 120)]
    public int DueDays { get; set; } = 30;

    /// <summary>How the check digit of a KID is computed. Default: modulus 10.</summary>
    public KidRule KidRule { get; set; } = KidRule.Mod10;

    /// <summary>Code of the biller who sends one joint invoice for all; empty for an invoice from each. Default: empty.</summary>
    public string JointBiller { get; set; } = "";

    /// <summary>What reminders charge beside interest. Default: the reminder fee.</summary>
    public LateCharge LateCharge { get; set; } = LateCharge.ReminderFee;

    /// <summary>Which price list applies, for all payees; not set for each list's own.</summary>
    public ListApplies? ListApplies { get; set; }

    /// <summary>Whether Helsedataservice's part is exempt from VAT under mval. § 3-9. Default: no.</summary>
    public bool HandlingExempt { get; set; }

    /// <summary>Whether services abroad have category G and not Z. Default: no.</summary>
    public bool AbroadAsExport { get; set; }

    /// <summary>Address of the access point (<see cref="HttpAccessPoint"/>). Default: empty, and what is issued waits.</summary>
    public string AccessPoint { get; set; } = "";

    /// <summary>
    /// What is sent to the access point as <c>Authorization</c>, for example <c>Bearer …</c>: a secret, in Azure a reference to Key Vault. Default: empty, for one
    /// that knows the sender by the network.
    /// </summary>
    public string AccessPointAuthorization { get; set; } = "";

    /// <summary>Folder that stands in for the access point on one machine. Default: empty.</summary>
    public string AccessPointFolder { get; set; } = "";

    /// <summary>
    /// Bodies that price lists name as exempt, by organisation number: a code of <see cref="Core.Pricing.ExemptBodies"/>
    /// (<c>Kpr__Billing__ExemptBodies__976390512=media</c>). Default: Helsedirektoratet.
    /// </summary>
    public Dictionary<string, string> ExemptBodies { get; } = new(StringComparer.Ordinal) { ["983544622"] = Core.Pricing.ExemptBodies.Helsedirektoratet };

    /// <summary>The choices for pricing.</summary>
    public FeePolicy Policy => FeePolicy.Default with
    {
        Applies = ListApplies,
        Vat = HandlingExempt ? new Dictionary<string, VatTreatment>(StringComparer.Ordinal) { ["hds"] = VatTreatment.PublicAuthority } : FeePolicy.Default.Vat,
        Abroad = AbroadAsExport ? VatTreatment.Abroad with { Category = VatCategory.Export } : VatTreatment.Abroad,
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (organisation, kind) in ExemptBodies)
        {
            if (!InvoiceBuyer.IsOrganisation(organisation) || !Core.Pricing.ExemptBodies.All.Contains(kind))
            {
                yield return new ValidationResult(
                    $"Setting Kpr__Billing__ExemptBodies__{organisation} is '{kind}': an organisation number, and one of {string.Join(", ", Core.Pricing.ExemptBodies.All)}.", [nameof(ExemptBodies)]);
            }
        }

        if (AccessPoint.Length > 0 && (AccessPointFolder.Length > 0 || !Uri.TryCreate(AccessPoint, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps))
        {
            yield return new ValidationResult("Setting Kpr__Billing__AccessPoint is an https address, and Kpr__Billing__AccessPointFolder (one machine) contradicts it.", [nameof(AccessPoint)]);
        }

        if (AccessPointAuthorization.Length > 0 && (AccessPoint.Length == 0 || AccessPointAuthorization.Any(letter => letter is < ' ' or > '~')))
        {
            yield return new ValidationResult("Setting Kpr__Billing__AccessPointAuthorization is one line of ASCII, and nothing without Kpr__Billing__AccessPoint.", [nameof(AccessPointAuthorization)]);
        }

        if (JointBiller.Length > 0 && Billers.Known.Find(JointBiller) is null)
        {
            yield return new ValidationResult($"Setting Kpr__Billing__JointBiller is '{JointBiller}': nobody of that code bills.", [nameof(JointBiller)]);
        }
    }
}
