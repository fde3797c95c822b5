namespace Kpr.Core.Cases;

/// <summary>Where a case belongs, when not here.</summary>
/// <param name="To">Code of the register, or name of the body.</param>
/// <param name="Rule">Id of the routing rule; null when a person sent it.</param>
/// <param name="Reason">Why, in bokmål: the receipt of transfer tells the applicant.</param>
public sealed record Routing(string To, string? Rule, string Reason);
