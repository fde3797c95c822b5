namespace Kpr.Functions.Extracts.Http;

/// <summary>A release. Who it goes to is the case's, and who gives it the token's; neither is said here.</summary>
/// <param name="Reason">Why it is released though its risk figures are above the limits; up to 2,000 letters.</param>
/// <param name="Room">Name of an analysis room of the settings; null where the recipient fetches it at our address.</param>
/// <param name="Certificate">SHA-256 of the certificate as the recipient confirmed it by other means; another one is then not encrypted to. Null: whichever was uploaded last.</param>
public sealed record ReleaseBody(string? Reason = null, string? Room = null, string? Certificate = null);
