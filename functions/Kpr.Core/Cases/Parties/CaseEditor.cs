namespace Kpr.Core.Cases.Parties;

/// <summary>Someone the owner let into the application (medbruker).</summary>
/// <param name="Subject">Who.</param>
/// <param name="MayWrite">Whether they may write, or only read.</param>
public sealed record CaseEditor(string Subject, bool MayWrite);
