namespace Kpr.Core.Cases.Review;

/// <summary>A round of questions to the applicant.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Origin">The phase to return to.</param>
/// <param name="SentOn">When the questions were sent.</param>
/// <param name="RemindedOn">When the reminder was sent.</param>
/// <param name="SilentSince">When the second period ended without an answer: a handler may dismiss.</param>
public sealed record DeficiencyRound(int Number, Phase Origin, DateOnly SentOn, DateOnly? RemindedOn = null, DateOnly? SilentSince = null)
{
    /// <summary>Id of the first notice.</summary>
    public string Notice => $"deficiencies/{Number}";

    /// <summary>Id of the reminder.</summary>
    public string Reminder => $"deficiency-reminder/{Number}";
}
