namespace Kpr.Local.Tables;

/// <summary>Files that the user names.</summary>
internal static class InputFile
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="TableInputException">It is not there, or cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TableInputException($"{path}: kan ikke leses ({exception.Message})");
        }
    }

    /// <summary>Writes a file whole, or not at all.</summary>
    /// <exception cref="TableInputException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var part = $"{path}.part";
        try
        {
            using (var stream = File.Create(part))
            {
                write(stream);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TableInputException($"{path}: kan ikke skrives ({exception.Message})");
        }
    }
}
