namespace Kpr.Local.Tables;

/// <summary>A table or a hierarchy that cannot be read: ends the command with exit code 2.</summary>
/// <param name="message">For the user, in Norwegian.</param>
internal sealed class TableInputException(string message) : Exception(message);
