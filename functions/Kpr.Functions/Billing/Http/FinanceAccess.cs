using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Invoices;

namespace Kpr.Functions.Billing.Http;

/// <summary>
/// Who may see and do what with bills. Finance and a register's own staff see their biller's, Helsedataservice's handlers those of Helsedataservice; only finance
/// does anything; internal control sees all.
/// </summary>
public static class FinanceAccess
{
    /// <summary>Whether a biller's bills may be seen.</summary>
    public static bool MayRead(Actor actor, Biller biller) => actor.Role switch
    {
        Role.Auditor => true,
        Role.Finance => IsOwn(actor, biller),
        Role.Register => actor.Register is not null && IsOwn(actor, biller),
        Role.Handler => biller.Registers.Contains(Estimate.Helsedataservice),
        _ => false,
    };

    /// <summary>Whether anything may be done with a biller's bills.</summary>
    public static bool MayAct(Actor actor, Biller biller) => actor.Role == Role.Finance && IsOwn(actor, biller);

    /// <summary>Whether all billers' parts of a case may be seen by who may read the case: its applicant, who pays, Helsedataservice and internal control.</summary>
    public static bool SeesAll(Actor actor) => actor.Role is Role.Applicant or Role.Handler or Role.Decider or Role.Coordinator or Role.Auditor
        || actor is { Role: Role.Finance, Register: null };

    // Finance without a register is Helsedataservice's.
    private static bool IsOwn(Actor actor, Biller biller) => biller.Registers.Contains(actor.Register ?? Estimate.Helsedataservice);
}
