using System.Buffers;
using System.Text;
using System.Text.Json;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Json;

/// <summary>
/// What JSON formats share: the framework's reader over a sliding window of bytes, limits, values, and the way from a
/// token back to the original bytes. A record is read in one go; when the window ends within it, more bytes are taken
/// in and the record is read from its beginning again.
/// </summary>
public abstract partial class JsonRecordReader : RecordReader
{
    private readonly JsonSource _source;
    private readonly ShortTexts _common = new();
    private readonly SourceLimits _limits;
    private JsonReaderState _state;
    private long _readFrom;
    private long _sliceStart;
    private long _recordStart;
    private long _recordEnd;
    private bool _inRecord;
    private bool _starved;
    private int _faults;

    /// <summary>Opens the bytes of a file: UTF-8, with or without byte-order mark.</summary>
    protected JsonRecordReader(SourceContent source, SourceLimits limits)
    {
        _limits = limits;
        _source = new JsonSource(source, limits);
        _state = new JsonReaderState(new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Disallow,
            AllowTrailingCommas = false,
            MaxDepth = limits.MaxDepth,
        });
    }

    /// <inheritdoc/>
    public override long SliceLine => _source.LineAt(_sliceStart);

    /// <inheritdoc/>
    public override void WriteRecord(IBufferWriter<byte> target) => target.Write(_source.Slice(_recordStart, _recordEnd));

    /// <inheritdoc/>
    public override void WriteSlice(IBufferWriter<byte> target, bool opensChunk = false)
    {
        var slice = _source.Slice(_sliceStart, _recordEnd);
        var comma = opensChunk ? slice.IndexOfAnyExcept(" \t\r\n"u8) : -1;
        if (comma >= 0 && slice[comma] == ',')
        {
            target.Write(slice[..comma]);
            target.Write(" "u8);
            slice = slice[(comma + 1)..];
        }

        target.Write(slice);
    }

    /// <inheritdoc/>
    public override void WriteChunkStart(IBufferWriter<byte> target) => Encoding.UTF8.GetBytes(ChunkContext(), target);

    /// <inheritdoc/>
    public override void WriteChunkEnd(IBufferWriter<byte> target) => Encoding.UTF8.GetBytes(ChunkClosing(), target);

    /// <inheritdoc/>
    public override void Dispose() => GC.SuppressFinalize(this);

    /// <summary>What is open behind the present record, and what else its rules need; on one line.</summary>
    protected abstract string ChunkContext();

    /// <summary>What closes all that is open behind the present record.</summary>
    protected abstract string ChunkClosing();

    /// <summary>Moves on to the next record; hands its opening brace to <see cref="ReadWhole"/>.</summary>
    /// <returns>False at the end of the file.</returns>
    protected abstract bool Walk(ref Utf8JsonReader json);

    /// <summary>Reads the members of a record; may be called several times for one record.</summary>
    /// <param name="json">At the opening brace.</param>
    /// <param name="line">1-based line of the brace.</param>
    protected abstract void FillRecord(ref Utf8JsonReader json, long line);

    /// <inheritdoc/>
    protected sealed override bool ReadRecord()
    {
        _source.KeepFrom(_recordEnd);
        var json = Resume();
        try
        {
            var more = Walk(ref json);
            Save(ref json);
            return more;
        }
        catch (JsonException e)
        {
            throw new SourceFaultException(Malformed(ref json, e));
        }
    }

    /// <summary>Reads a record from its opening brace to its end.</summary>
    protected void ReadWhole(ref Utf8JsonReader json)
    {
        _sliceStart = _recordEnd;
        _recordStart = _readFrom + json.TokenStartIndex;
        var line = _source.LineAt(_recordStart);
        var faults = _faults;
        Save(ref json);
        json = Resume();
        _inRecord = true;
        FillRecord(ref json, line);
        while (_starved)
        {
            _starved = false;
            _faults = faults;
            _source.Fill();
            json = Resume();
            FillRecord(ref json, line);
        }

        _inRecord = false;
        _recordEnd = _readFrom + json.BytesConsumed;
    }

    /// <summary>Moves to the next token. In a record false means that the window has ended, and what is read is void.</summary>
    /// <exception cref="JsonException">Not well-formed.</exception>
    /// <exception cref="SourceFaultException">Beyond a limit (F19), or not UTF-8 (F23).</exception>
    protected bool Next(ref Utf8JsonReader json)
    {
        while (!json.Read())
        {
            _starved = _inRecord;
            if (_inRecord || _source.Ended)
            {
                return false;
            }

            Save(ref json);
            _source.Fill();
            json = Resume();
        }

        return true;
    }

    /// <summary>Passes over the present value and all in it.</summary>
    protected void Skip(ref Utf8JsonReader json)
    {
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var depth = json.CurrentDepth;
            while (Next(ref json) && json.CurrentDepth > depth)
            {
            }
        }
    }

    /// <summary>Moves to the next known member of an object and to its value; unknown ones are told and passed over.</summary>
    /// <param name="json">In the object.</param>
    /// <param name="names">The names that the object may have.</param>
    /// <param name="last">The member before; -1 at the first.</param>
    /// <param name="seen">The members met, a bit each.</param>
    /// <param name="member">The member's number.</param>
    /// <param name="line">1-based line of the object's opening brace.</param>
    /// <returns>False behind the last member.</returns>
    /// <exception cref="SourceFaultException">The member stands twice (F01).</exception>
    private protected bool NextMember(ref Utf8JsonReader json, JsonNames names, ref int last, ref uint seen, out int member, long line)
    {
        member = -1;
        while (Next(ref json) && json.TokenType == JsonTokenType.PropertyName)
        {
            member = names.Find(ref json, last);
            if (member < 0)
            {
                UnknownMember(Name(ref json), line);
                Next(ref json);
                Skip(ref json);
                continue;
            }

            if ((seen & (1u << member)) != 0)
            {
                throw new SourceFaultException(The<F01Readable>.Rule.Duplicate(names[member], Line(ref json)));
            }

            seen |= 1u << member;
            last = member;
            return Next(ref json);
        }

        return false;
    }

    /// <summary>Tells of a member that the format does not have.</summary>
    protected abstract void UnknownMember(string name, long line);

    /// <summary>1-based line of the present token.</summary>
    protected long Line(ref Utf8JsonReader json) => _source.LineAt(_readFrom + json.TokenStartIndex);

    /// <summary>Counts a fault that a hostile file could repeat for ever.</summary>
    /// <exception cref="SourceFaultException">The limit is passed.</exception>
    protected void CountFault(long line)
    {
        if (++_faults > _limits.MaxFaults)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.TooManyFaults(line, _limits.MaxFaults));
        }
    }

    private Utf8JsonReader Resume() => new(_source.From(_readFrom), _source.Ended, _state);

    private void Save(ref Utf8JsonReader json)
    {
        _readFrom += json.BytesConsumed;
        _state = json.CurrentState;
    }

    private Fault Malformed(ref Utf8JsonReader json, JsonException e)
    {
        var stopped = _readFrom + json.BytesConsumed;
        var line = Math.Max(_source.LineAt(stopped), (e.LineNumber ?? 0) + 1);
        var next = _source.From(stopped).TrimStart(" \t\r\n,:"u8);
        var deeper = json.CurrentDepth >= _limits.MaxDepth - 1 && next.Length > 0 && next[0] is (byte)'{' or (byte)'[';
        return deeper
            ? The<F19WithinLimits>.Rule.TooDeep(line, _limits.MaxDepth)
            : The<F01Readable>.Rule.NotJson(line, $"lesingen stoppet på linje {line}");
    }
}
