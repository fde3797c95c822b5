using Kpr.Core.Cases.Parties;
using Kpr.Core.Invoices;
using Kpr.Functions.Applications;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Billing;

/// <summary>
/// Moves the bills of every case that waits for one: whatever became of its flow, a basis is billed. Which these are is known from finance's work lists, so the
/// cases that are done are not read.
/// </summary>
/// <param name="lists">The work lists.</param>
/// <param name="bills">Bills of cases.</param>
/// <param name="issuers">Says who issues.</param>
/// <param name="billers">Who bills.</param>
public sealed class ReconcileBills(ListStore lists, CaseBills bills, BillCase issuers, Billers billers)
{
    private const int Page = 200;

    /// <summary>Moves them.</summary>
    /// <returns>How many cases were looked at, and how many could not be for an outage.</returns>
    public async Task<(int Cases, int Missed)> RunAsync(CancellationToken cancellationToken)
    {
        var (looked, missed) = (0, 0);
        foreach (var register in billers.All.SelectMany(biller => biller.Registers))
        {
            string? after = null;
            do
            {
                var (entries, next) = await lists.PageAsync(ListKey.Of(Role.Finance, register), after, Page, cancellationToken);
                foreach (var entry in entries)
                {
                    looked++;
                    missed += await MovedAsync(entry.Case, issuers.IssuerOf(register), cancellationToken) ? 0 : 1;
                }

                after = next;
            }
            while (after is not null);
        }

        return (looked, missed);
    }

    // One that an access point does not take keeps nobody else waiting.
    private async Task<bool> MovedAsync(string caseId, string biller, CancellationToken cancellationToken)
    {
        try
        {
            await bills.MoveAsync(caseId, biller, cancellationToken);
            return true;
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return false;
        }
    }
}
