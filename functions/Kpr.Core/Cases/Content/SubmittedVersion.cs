namespace Kpr.Core.Cases.Content;

/// <summary>A version of the application as it was sent in; never changed after.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="On">The Norwegian day it was received.</param>
/// <param name="Content">What it said.</param>
/// <param name="Attachments">Ids of the attachments it had.</param>
/// <param name="Pack">Id of the rule pack of the day.</param>
public sealed record SubmittedVersion(int Number, DateOnly On, ApplicationContent Content, IReadOnlyList<string> Attachments, string Pack);
