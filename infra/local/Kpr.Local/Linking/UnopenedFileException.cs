namespace Kpr.Local.Linking;

/// <summary>A file of a linkage cannot be opened with what was given on the command line.</summary>
/// <param name="message">Why, in Norwegian.</param>
internal sealed class UnopenedFileException(string message) : Exception(message);
