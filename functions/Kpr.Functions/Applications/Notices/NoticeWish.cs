namespace Kpr.Functions.Applications.Notices;

/// <summary>How somebody wants their notices.</summary>
/// <param name="Email">E-mail address; null for that of the application or the settings.</param>
/// <param name="Language">Language, ISO 639-1.</param>
/// <param name="Digest">Whether one message a day is wanted instead of one an event.</param>
public sealed record NoticeWish(string? Email, string Language, bool Digest);
