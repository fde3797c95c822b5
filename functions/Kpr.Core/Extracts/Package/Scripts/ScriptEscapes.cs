using System.Globalization;

namespace Kpr.Core.Extracts.Package.Scripts;

/// <summary>Escapes that R and Python share.</summary>
internal static class ScriptEscapes
{
    /// <summary>Control characters as <c>\xHH</c>; a tab between values is one.</summary>
    public static string Control(string text) =>
        string.Concat(text.Select(c => c < ' ' || c == '\x7f' ? string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}") : c.ToString()));
}
