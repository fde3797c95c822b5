namespace Kpr.Local.Playing;

/// <summary>A file that is no play. The message tells the line and what is wrong, in Norwegian.</summary>
internal sealed class PlayFileException(int line, string message) : Exception($"linje {line}: {message}");
