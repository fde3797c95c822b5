using System.Text;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Scan;

/// <summary>Finds person keys of the register among bytes, one at a time.</summary>
/// <param name="persons">The keys that are looked for, wherever they stand; null for every word that has the form of one.</param>
internal sealed class KeyWatch(PersonSet? persons)
{
    private readonly byte[] _last = new byte[PersonKey.TextLength];
    private int _run;

    /// <summary>Whether no word is under way.</summary>
    public bool IsIdle => _run == 0;

    /// <summary>Whether the key that was found ended before the last byte.</summary>
    public bool EndsBefore { get; private set; }

    /// <summary>Takes a byte.</summary>
    /// <returns>Whether a key was found.</returns>
    public bool Next(byte sign)
    {
        if (sign is not (>= (byte)'A' and <= (byte)'Z' or >= (byte)'2' and <= (byte)'7'))
        {
            return Finish();
        }

        if (_run >= PersonKey.TextLength)
        {
            _last.AsSpan(1).CopyTo(_last);
        }

        _last[Math.Min(_run, PersonKey.TextLength - 1)] = sign;
        _run++;
        EndsBefore = false;
        return persons is not null && _run >= PersonKey.TextLength && _last[0] == 'P' && IsKey();
    }

    /// <summary>Ends a word.</summary>
    /// <returns>Whether it was a key.</returns>
    public bool Finish()
    {
        var isKey = persons is null && _run == PersonKey.TextLength && IsKey();
        (_run, EndsBefore) = (0, true);
        return isKey;
    }

    private bool IsKey()
    {
        Span<char> text = stackalloc char[PersonKey.TextLength];
        Encoding.ASCII.GetChars(_last, text);
        return PersonKey.TryParse(text, out var key) && persons?.Contains(key) != false;
    }
}
