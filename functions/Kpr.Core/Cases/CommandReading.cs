using System.Text.Json;

namespace Kpr.Core.Cases;

/// <summary>
/// Reads commands from JSON as parties send them: <c>{"items":[…]}</c> under the command's name. Unknown members, missing ones, texts beyond all sense and
/// control characters are refused before anything is decided.
/// </summary>
public static class CommandReading
{
    /// <summary>Most characters of a text.</summary>
    public const int LongestText = 20_000;

    /// <summary>Most members of a list.</summary>
    public const int LongestList = 5_000;

    /// <summary>Reads a command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="with">Its members; an undefined element or null where it has none.</param>
    /// <param name="command">The command, when it could be read.</param>
    /// <returns>Why it could not be read; null when it could.</returns>
    public static Refusal? Read(string name, JsonElement with, out CaseCommand? command)
    {
        command = null;
        if (CommandCatalogue.Find(name) is not { } kind)
        {
            return Refusals.UnknownCommand.For(name);
        }

        if (with.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            using var nothing = JsonDocument.Parse("{}");
            return Read(name, nothing.RootElement, out command);
        }

        if (Excess(with, "$") is { } path)
        {
            return Refusals.BeyondLimits.For(path);
        }

        try
        {
            command = (CaseCommand?)with.Deserialize(CaseJson.Received.GetTypeInfo(kind.Type));
            return command is null ? Refusals.Malformed.For("$") : null;
        }
        catch (JsonException e)
        {
            return Refusals.Malformed.For(e.Path ?? "$");
        }
    }

    // The path of the first value beyond the limits; null when there is none.
    private static string? Excess(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Select(member => TextOf(() => member.Name) is { } name ? Excess(member.Value, $"{path}.{name}") : path).FirstOrDefault(found => found is not null),
        JsonValueKind.Array when element.GetArrayLength() > LongestList => path,
        JsonValueKind.Array => element.EnumerateArray().Select((item, i) => Excess(item, $"{path}[{i}]")).FirstOrDefault(found => found is not null),
        JsonValueKind.String => TextOf(element.GetString) is { } text && Fits(text) ? null : path,
        _ => null,
    };

    // Null when half a character is escaped in it: JSON allows that, and no text has it.
    private static string? TextOf(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Fits(string text) => text.Length <= LongestText && !text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'));
}
