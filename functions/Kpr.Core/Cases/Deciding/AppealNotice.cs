namespace Kpr.Core.Cases.Deciding;

/// <summary>What a decision's notice says of appeal: forvaltningsloven § 27; R27.</summary>
/// <param name="Body">The appeal body.</param>
/// <param name="Deadline">Last day, if the notice arrives on the day of the decision.</param>
/// <param name="SendTo">The appeal goes to the body that decided.</param>
/// <param name="FileAccess">The right to see the documents.</param>
/// <param name="Suspension">The right to ask that the decision has no effect meanwhile.</param>
public sealed record AppealNotice(string Body, DateOnly Deadline, string SendTo, string FileAccess, string Suspension);
