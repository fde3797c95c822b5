namespace Kpr.Functions.Applications.Notices;

/// <summary>Where a party's notices go.</summary>
/// <param name="Channel">How.</param>
/// <param name="Party">The party, as settings name it; the order of notices is kept for each party and channel.</param>
/// <param name="Target">The e-mail address, or the address of the webhook. Never stored with a notice.</param>
/// <param name="Language">Language of the text.</param>
/// <param name="Digest">Whether one message a day is wanted.</param>
/// <param name="Secrets">Secrets of a webhook.</param>
public sealed record NoticeAddress(NoticeChannel Channel, string Party, string Target, string Language = "nb", bool Digest = false, IReadOnlyList<string>? Secrets = null);
