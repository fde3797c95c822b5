using System.ComponentModel.DataAnnotations;
using Kpr.Core.Invoices;
using Kpr.Core.Pricing;

namespace Kpr.Functions.Billing;

/// <summary>How bills are made and sent.</summary>
public sealed class BillingOptions
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

    /// <summary>How much more than the estimate may be charged, in percent. Default: 10.</summary>
    [Range(0, 100)]
    public int TolerancePercent { get; set; } = 10;

    /// <summary>Address of the access point; empty on one machine, where documents lie in the container <c>access-point</c>.</summary>
    public string AccessPoint { get; set; } = "";

    /// <summary>The choices for pricing.</summary>
    public FeePolicy Policy => FeePolicy.Default with
    {
        Applies = ListApplies,
        TolerancePercent = TolerancePercent,
        Vat = HandlingExempt ? new Dictionary<string, VatTreatment>(StringComparer.Ordinal) { ["hds"] = VatTreatment.PublicAuthority } : FeePolicy.Default.Vat,
        Abroad = AbroadAsExport ? VatTreatment.Abroad with { Category = VatCategory.Export } : VatTreatment.Abroad,
    };
}
