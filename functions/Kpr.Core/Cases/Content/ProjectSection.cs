namespace Kpr.Core.Cases.Content;

/// <summary>The project (prosjektet).</summary>
/// <param name="Title">Short title.</param>
/// <param name="Summary">Lay summary.</param>
/// <param name="StudyDesign">Cohort, case-control, natural experiment and the like.</param>
/// <param name="EndsOn">The end of the project (prosjektslutt).</param>
/// <param name="DeletionOn">When data are deleted or made anonymous.</param>
/// <param name="StudentProject">A thesis up to master's, with anonymous data: flagged by the applicant, since it frees from the fee.</param>
/// <param name="DataRefresh">Newer years within an earlier decision (oppdatering av data).</param>
/// <param name="Funding">Who pays.</param>
/// <param name="EarlierCases">Decisions this builds on.</param>
public sealed record ProjectSection(
    string Title, string Summary, string? StudyDesign = null, DateOnly? EndsOn = null, DateOnly? DeletionOn = null, bool StudentProject = false,
    bool DataRefresh = false, string? Funding = null, IReadOnlyList<string>? EarlierCases = null);
