namespace Kpr.Local;

/// <summary>Where a command writes.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Progress and errors.</param>
internal sealed record CommandOutput(TextWriter Out, TextWriter Error);
