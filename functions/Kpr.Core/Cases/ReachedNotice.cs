namespace Kpr.Core.Cases;

/// <summary>Proof that a notice reached the applicant.</summary>
/// <param name="Notice">Id of the notice.</param>
/// <param name="On">The Norwegian day.</param>
public sealed record ReachedNotice(string Notice, DateOnly On);
