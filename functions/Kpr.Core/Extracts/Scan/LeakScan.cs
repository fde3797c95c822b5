using System.Buffers;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Scan;

/// <summary>
/// The last look at a package: reads every byte, in constant memory, for national identity numbers, for the register's own keys, and for texts that must not occur. Write a
/// file to it from end to end, in pieces of any length; <see cref="Finish"/> ends it.
/// </summary>
/// <remarks>
/// An identity number is a run of exactly eleven digits, or of six and of five with one blank between, whose date exists and both of whose check digits hold: birth numbers
/// and D-numbers, synthetic ones too (<see cref="IdentityScan"/>). Of eleven random digits few pass.
/// </remarks>
/// <param name="options">What is looked for.</param>
public sealed class LeakScan(LeakScanOptions options)
{
    private const int MostFindings = 1000;
    private const int BirthDigits = 6;
    private const int PersonDigits = 5;

    // What numbers and keys are made of; both end where something else stands.
    private static readonly SearchValues<byte> Words = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    private readonly bool _isPlain = options.Canaries.Count == 0 && options.ExemptColumns.Count == 0;
    private readonly List<LeakFinding> _findings = [];
    private readonly KeyWatch _keys = new(options.Persons);
    private readonly TextWatch _texts = new(options.Canaries);
    private readonly ColumnWatch _columns = new(options.ExemptColumns);
    private readonly char[] _digits = new char[NationalIdNumber.Length];
    private int _run;
    private int _before;
    private bool _isExempt;
    private long _begin;
    private long _offset;
    private long _line = 1;

    /// <summary>What was found so far, 1,000 at most.</summary>
    public IReadOnlyList<LeakFinding> Findings => _findings;

    /// <summary>Number of findings, those that are not kept too.</summary>
    public long Count { get; private set; }

    /// <summary>Looks through a stream.</summary>
    public static LeakScan Of(Stream content, LeakScanOptions options)
    {
        var scan = new LeakScan(options);
        var buffer = new byte[1 << 16];
        while (content.Read(buffer) is > 0 and var length)
        {
            scan.Write(buffer.AsSpan(0, length));
        }

        scan.Finish();
        return scan;
    }

    /// <summary>Looks at the next bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            if (_isPlain && _run == 0 && _before == 0 && _keys.IsIdle)
            {
                var harmless = Harmless(bytes[at..]);
                _offset += harmless;
                _line += bytes.Slice(at, harmless).Count((byte)'\n');
                at += harmless;
                if (at == bytes.Length)
                {
                    break;
                }
            }

            var sign = bytes[at];
            Digit(sign);
            if (_keys.Next(sign))
            {
                Found(LeakKind.RegisterKey, _offset - PersonKey.TextLength + (_keys.EndsBefore ? 0 : 1));
            }

            if (_texts.Next(sign, out var length))
            {
                Found(LeakKind.Canary, _offset + 1 - length);
            }

            _columns.Next(sign);
            _offset++;
            _line += sign == '\n' ? 1 : 0;
        }
    }

    /// <summary>Ends a file; the next begins with offset 0 and line 1.</summary>
    public void Finish()
    {
        EndRun(0);
        if (_keys.Finish())
        {
            Found(LeakKind.RegisterKey, _offset - PersonKey.TextLength);
        }

        _texts.Clear();
        _columns.Clear();
        (_run, _before, _offset, _line) = (0, 0, 0, 1);
    }

    // How many of these bytes, when nothing is under way, are words and gaps that are looked at as a whole: too short for a key, or of another length and letter, without five digits in a row.
    private int Harmless(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (bytes[at..].IndexOfAny(Words) is >= 0 and var gap)
        {
            at += gap;
            var length = bytes[at..].IndexOfAnyExcept(Words);
            if (length < 0 || MayBeKey(bytes.Slice(at, length)) || HasDigits(bytes.Slice(at, length)))
            {
                return at;
            }

            at += length;
        }

        return bytes.Length;
    }

    private bool MayBeKey(ReadOnlySpan<byte> word) =>
        word.Length > PersonKey.TextLength || (word.Length == PersonKey.TextLength && (options.Persons is not null || word[0] == 'P'));

    // Every five digits in a row have one at one of these places.
    private static bool HasDigits(ReadOnlySpan<byte> word)
    {
        for (var at = PersonDigits - 1; at < word.Length; at += PersonDigits)
        {
            var (from, to) = (at, at);
            while (from >= 0 && char.IsAsciiDigit((char)word[from]))
            {
                from--;
            }

            while (to < word.Length && char.IsAsciiDigit((char)word[to]))
            {
                to++;
            }

            if (to - from > PersonDigits)
            {
                return true;
            }
        }

        return false;
    }

    // The digits of a run, and of the run of six in front of it where only a blank stands between; longer runs are counted and not kept.
    private void Digit(byte sign)
    {
        if (!char.IsAsciiDigit((char)sign))
        {
            EndRun(sign);
            return;
        }

        if (_run == 0 && _before == 0)
        {
            (_begin, _isExempt) = (_offset, _columns.IsExempt);
        }

        if (_before + _run < _digits.Length)
        {
            _digits[_before + _run] = (char)sign;
        }

        _run = Math.Min(_run + 1, NationalIdNumber.Length + 1);
        if (_before > 0 && _run > PersonDigits)
        {
            // Not a number in two groups: the second run may still be a number, or the first group of one.
            _digits.AsSpan(BirthDigits, Math.Min(_run, _digits.Length - BirthDigits)).CopyTo(_digits);
            (_begin, _before) = (_begin + BirthDigits + 1, 0);
            _digits[_run - 1] = (char)sign;
        }
    }

    private void EndRun(byte sign)
    {
        if (_run == 0)
        {
            _before = 0;
            return;
        }

        if (_before + _run == _digits.Length && _run is PersonDigits or NationalIdNumber.Length && !_isExempt && IdentityScan.IsNationalId(_digits, options.CheckDigits))
        {
            Found(LeakKind.NationalId, _begin);
        }

        (_before, _run) = (_before == 0 && _run == BirthDigits && sign == ' ' ? BirthDigits : 0, 0);
    }

    private void Found(LeakKind kind, long offset)
    {
        Count++;
        if (_findings.Count < MostFindings)
        {
            _findings.Add(new LeakFinding(kind, offset, _line));
        }
    }
}
