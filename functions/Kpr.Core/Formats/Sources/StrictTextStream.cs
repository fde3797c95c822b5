using System.Buffers;
using System.Text;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Sources;

/// <summary>Passes on the bytes of a text in UTF-8, and stops at what is none: other encodings, lost characters, control characters.</summary>
internal sealed class StrictTextStream(Stream content) : ReadThroughStream
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(b => (byte)b).Where(b => b is not ((byte)'\t' or (byte)'\r' or (byte)'\n')), 0x7F]);

    private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
    private readonly char[] _scratch = new char[4_096];
    private bool _withinCharacter;
    private long _lines = 1;

    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        Check(buffer[..read], ended: read == 0 && buffer.Length > 0);
        return read;
    }

    private void Check(ReadOnlySpan<byte> bytes, bool ended)
    {
        var control = bytes.IndexOfAny(Controls);
        if (control >= 0)
        {
            throw new SourceFaultException(The<F01Readable>.Rule.ControlCharacter(_lines + bytes[..control].Count((byte)'\n')));
        }

        if (_withinCharacter || !Ascii.IsValid(bytes))
        {
            Decode(bytes, ended);
        }

        _lines += bytes.Count((byte)'\n');
    }

    private void Decode(ReadOnlySpan<byte> bytes, bool ended)
    {
        try
        {
            bool complete;
            do
            {
                _decoder.Convert(bytes, _scratch, flush: ended, out var used, out var made, out complete);
                bytes = bytes[used..];
                if (_scratch.AsSpan(0, made).Contains('\uFFFD'))
                {
                    throw new SourceFaultException(The<F23HonestEncoding>.Rule.Replacement());
                }
            }
            while (!complete || !bytes.IsEmpty);

            _withinCharacter = !ended;
        }
        catch (DecoderFallbackException)
        {
            throw new SourceFaultException(The<F23HonestEncoding>.Rule.NotUtf8());
        }
    }
}
