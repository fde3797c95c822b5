using System.Text;
using System.Text.Json;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Json;

/// <summary>Names and values.</summary>
public abstract partial class JsonRecordReader
{
    /// <summary>Name of the present member; a long one is cut.</summary>
    protected string Name(ref Utf8JsonReader json) =>
        json.ValueIsEscaped ? Unescape(ref json) : F18KnownNamesOnly.Short(Encoding.UTF8.GetString(json.ValueSpan));

    /// <summary>Reads a text; empty and null count as missing.</summary>
    /// <param name="json">At the value.</param>
    /// <param name="text">The text.</param>
    /// <param name="common">Whether the same text comes again and again: a code, a type.</param>
    /// <returns>False when the value is no text.</returns>
    protected bool TryText(ref Utf8JsonReader json, out string? text, bool common = false)
    {
        text = null;
        if (json.TokenType == JsonTokenType.String)
        {
            if (json.ValueSpan.Length > _limits.MaxTokenLength)
            {
                throw new SourceFaultException(The<F19WithinLimits>.Rule.TokenTooLong(_limits.MaxTokenLength) with { Line = Line(ref json) });
            }

            text = json.ValueIsEscaped ? Unescape(ref json)
                : common ? _common.Get(json.ValueSpan)
                : Encoding.UTF8.GetString(json.ValueSpan);
            text = string.IsNullOrWhiteSpace(text) ? null : text;
            return true;
        }

        return SkipUnlessNull(ref json);
    }

    /// <summary>Reads an amount in kroner as øre.</summary>
    /// <returns>False when the value is no number with at most two decimals.</returns>
    protected bool TryAmount(ref Utf8JsonReader json, out long? ore)
    {
        ore = null;
        if (json.TokenType != JsonTokenType.Number)
        {
            return SkipUnlessNull(ref json);
        }

        var read = Ore.TryParse(json.ValueSpan, out var amount);
        ore = read ? amount : null;
        return read;
    }

    /// <summary>Reads a whole number.</summary>
    /// <returns>False when the value is none.</returns>
    protected bool TryWhole(ref Utf8JsonReader json, out long? number)
    {
        number = null;
        if (json.TokenType != JsonTokenType.Number)
        {
            return SkipUnlessNull(ref json);
        }

        var read = json.TryGetInt64(out var value);
        number = read ? value : null;
        return read;
    }

    /// <summary>Reads a flag.</summary>
    /// <returns>False when the value is none.</returns>
    protected bool TryFlag(ref Utf8JsonReader json, out bool? flag)
    {
        flag = json.TokenType switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => null };
        return flag is not null || SkipUnlessNull(ref json);
    }

    private bool SkipUnlessNull(ref Utf8JsonReader json)
    {
        Skip(ref json);
        return json.TokenType == JsonTokenType.Null;
    }

    // The framework tells of half a surrogate pair by an exception only.
    private string Unescape(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new SourceFaultException(The<F01Readable>.Rule.NotJson(Line(ref json), "en tekst har et halvt tegn (surrogat)"));
        }
    }
}
