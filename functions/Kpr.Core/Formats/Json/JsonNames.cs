using System.Text;
using System.Text.Json;

namespace Kpr.Core.Formats.Json;

/// <summary>The names that the members of an object may have.</summary>
/// <param name="names">The names; a member's number is its name's place.</param>
internal sealed class JsonNames(params string[] names)
{
    private readonly byte[][] _bytes = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The name of a number.</summary>
    public string this[int member] => names[member];

    /// <summary>Number of the present member's name; -1 when it is not among them.</summary>
    /// <param name="json">At a property name.</param>
    /// <param name="after">The member before it: members mostly come in one order.</param>
    public int Find(ref Utf8JsonReader json, int after)
    {
        if (json.ValueIsEscaped)
        {
            return FindEscaped(ref json);
        }

        var name = json.ValueSpan;
        for (var i = after + 1; i < _bytes.Length; i++)
        {
            if (name.SequenceEqual(_bytes[i]))
            {
                return i;
            }
        }

        for (var i = 0; i <= after; i++)
        {
            if (name.SequenceEqual(_bytes[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private int FindEscaped(ref Utf8JsonReader json)
    {
        for (var i = 0; i < _bytes.Length; i++)
        {
            if (json.ValueTextEquals(_bytes[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
