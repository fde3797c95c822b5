using System.Text;

namespace Kpr.Core.Persons;

/// <summary>
/// Looks for numbers in content of any form that is written to it, in constant memory: words of letters, digits and hyphens, and
/// numbers in two groups (six digits, one sign, five digits). Bytes between ASCII signs and zero bytes (UTF-16) are passed over.
/// </summary>
/// <param name="found">Whether a word is what is looked for; words have a digit, and 5 to 36 signs.</param>
public sealed class TracingStream(Func<string, bool> found) : Stream
{
    private const int Shortest = 5;
    private const int Longest = 36;
    private const int DateLength = 6;
    private const int PersonLength = 5;

    private readonly StringBuilder _word = new();
    private string _before = "";
    private int _between;

    /// <summary>Whether anything was found.</summary>
    public bool Found { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Looks through content at once.</summary>
    public static bool Finds(ReadOnlySpan<byte> content, Func<string, bool> found)
    {
        using var trace = new TracingStream(found);
        trace.Write(content);
        trace.Flush();
        return trace.Found;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        foreach (var sign in buffer)
        {
            if (sign == 0)
            {
                continue;
            }

            if (char.IsAsciiLetterOrDigit((char)sign) || sign == '-')
            {
                // Longer ones are nothing that is looked for, and may be as long as the content.
                if (_word.Length <= Longest)
                {
                    _word.Append((char)sign);
                }
            }
            else
            {
                EndWord();
                _between++;
            }
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>The end of the content.</summary>
    public override void Flush() => EndWord();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private void EndWord()
    {
        if (_word.Length == 0)
        {
            return;
        }

        var word = _word.Length <= Longest ? _word.ToString() : "";
        _word.Clear();
        Look(word);
        if (word.Contains('-', StringComparison.Ordinal))
        {
            Look(word.Replace("-", "", StringComparison.Ordinal));
        }

        if (_between is 1 or 2 && _before.Length == DateLength && word.Length == PersonLength)
        {
            Look(_before + word);
        }

        _before = word;
        _between = 0;
    }

    private void Look(string word) => Found = Found || (word.Length >= Shortest && word.Any(char.IsAsciiDigit) && found(word));
}
