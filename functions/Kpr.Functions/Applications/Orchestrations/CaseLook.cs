namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>What a flow needs to know of its case.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="NextDue">When its clocks next have something to do (UTC).</param>
/// <param name="Over">Whether nothing more will happen by itself.</param>
/// <param name="Parts">Its orders, linkage and right of use that are not over.</param>
/// <param name="Bills">Ids of what may be billed, and of orders that ended with nothing to bill.</param>
public sealed record CaseLook(string Phase, long Version, DateTime? NextDue, bool Over, IReadOnlyList<PartLook> Parts, IReadOnlyList<string> Bills);
