using System.Text;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Sources;

/// <summary>
/// Every byte is a character of ISO-8859-1, so a lie about it must be told by what it says: control characters
/// of the upper range (a Windows code page), or high bytes that all are UTF-8 sequences.
/// </summary>
internal sealed class Latin1Check
{
    private int _expected;
    private bool _sequences;
    private bool _others;

    /// <summary>Looks at the next bytes of the file.</summary>
    /// <exception cref="SourceFaultException">The bytes are not ISO-8859-1.</exception>
    public void Inspect(ReadOnlySpan<byte> bytes, bool last)
    {
        if (!Ascii.IsValid(bytes) || _expected > 0)
        {
            foreach (var b in bytes)
            {
                Inspect(b);
            }
        }

        if (last && _sequences && !_others && _expected == 0)
        {
            throw new SourceFaultException(The<F23HonestEncoding>.Rule.NotLatin1());
        }
    }

    private void Inspect(byte b)
    {
        if (_expected > 0)
        {
            if ((b & 0xC0) == 0x80)
            {
                _expected--;
                _sequences |= _expected == 0;
                return;
            }

            _expected = 0;
            _others = true;
        }

        if (b < 0x80)
        {
            return;
        }

        if (b < 0xA0)
        {
            throw new SourceFaultException(The<F23HonestEncoding>.Rule.NotLatin1());
        }

        _expected = b switch { >= 0xC2 and < 0xE0 => 1, >= 0xE0 and < 0xF0 => 2, >= 0xF0 and < 0xF5 => 3, _ => 0 };
        _others |= _expected == 0;
    }
}
