namespace Kpr.Core.Cases.Review;

/// <summary>A deficiency (mangel).</summary>
/// <param name="Id">Id within the case: <c>M1</c> and on.</param>
/// <param name="Item">What is asked for.</param>
/// <param name="AskedBy">Subject of who asked.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Answer">What the applicant answered.</param>
/// <param name="AnsweredOn">When.</param>
public sealed record Deficiency(
    string Id, DeficiencyItem Item, string AskedBy, DeficiencyStatus Status = DeficiencyStatus.Open, string? Answer = null, DateOnly? AnsweredOn = null);
