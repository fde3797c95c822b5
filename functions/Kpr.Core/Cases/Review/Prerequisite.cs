namespace Kpr.Core.Cases.Review;

/// <summary>Something that somebody else must answer.</summary>
/// <param name="Id">Id within the case: <c>P1</c> and on.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Party">Who answers: a register's code, or a name.</param>
/// <param name="Required">Whether the case waits for it.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Reference">The answer's reference.</param>
/// <param name="Text">The answer in words.</param>
public sealed record Prerequisite(
    string Id, PrerequisiteKind Kind, string Party, bool Required, PrerequisiteStatus Status = PrerequisiteStatus.Open, string? Reference = null, string? Text = null);
