using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;

namespace Kpr.Functions.Linkages.Http;

/// <summary>A linkage as one of its parties sees it: each sees the files that are for it.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="State">How far the case is with it.</param>
/// <param name="Batch">The serial numbers in use; null until they are issued.</param>
/// <param name="Linker">Organisation number of the linker.</param>
/// <param name="Keys">Where the keys stand; null before they are ordered.</param>
/// <param name="Sources">The sources.</param>
/// <param name="Linked">The linked data; null before they are released.</param>
public sealed record LinkageView(
    string Case, LinkageState State, string? Batch, string Linker, LinkageKeys? Keys, IReadOnlyList<LinkageView.Source> Sources, LinkageView.Result? Linked)
{
    /// <summary>A source of a linkage.</summary>
    /// <param name="Order">Id of its order in the case.</param>
    /// <param name="Register">Code of the register.</param>
    /// <param name="State">How far the order is.</param>
    /// <param name="Arrived">Whether its data have come to the linker.</param>
    /// <param name="Files">What it sent by us, encrypted to the linker; null to those whom it is nothing to, and where the register's own delivery is fetched under <c>/api/deliveries</c>.</param>
    public sealed record Source(string Order, string Register, OrderState State, bool Arrived, IReadOnlyList<HandedFile>? Files);

    /// <summary>The linked data.</summary>
    /// <param name="At">When they were released (UTC).</param>
    /// <param name="ExpiresAt">Until when they can be fetched (UTC).</param>
    /// <param name="Closed">Why they cannot be fetched now, in Norwegian; null when they can.</param>
    /// <param name="Files">The files, encrypted to the applicant.</param>
    public sealed record Result(DateTime At, DateTime ExpiresAt, string? Closed, IReadOnlyList<HandedFile> Files);
}
