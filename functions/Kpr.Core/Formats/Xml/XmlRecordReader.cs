using System.Buffers;
using System.Text;
using System.Xml;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Xml;

/// <summary>
/// What all XML formats share: the framework's XML reader over strictly decoded text, limits, and the way from
/// a node back to the original bytes.
/// </summary>
public abstract class XmlRecordReader : RecordReader
{
    // Room for the names of the formats themselves.
    private const int OwnNames = 1_000;
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly SourceText _text;
    private readonly IXmlLineInfo _place;
    private readonly SourceLimits _limits;
    private long _sliceStart;
    private long _recordStart;
    private long _recordEnd;
    private int _faults;

    /// <summary>Opens the text of a file.</summary>
    /// <exception cref="SourceFaultException">The encoding is not one that the register takes.</exception>
    protected XmlRecordReader(SourceContent source, SourceLimits limits)
    {
        _limits = limits;
        var names = OwnNames + limits.MaxFaults;
        Names = new BoundedNameTable(names, () => new SourceFaultException(The<F19WithinLimits>.Rule.TooManyNames(names)));
        _text = new SourceText(source, limits);
        Xml = XmlReader.Create(_text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            CloseInput = true,
            NameTable = Names,
        });
        _place = (IXmlLineInfo)Xml;
    }

    /// <inheritdoc/>
    public override long SliceLine => _text.LineAt(_sliceStart);

    /// <summary>The XML reader; its names are those of <see cref="Names"/>, so that they compare by reference.</summary>
    protected XmlReader Xml { get; }

    /// <summary>The table of names that <see cref="Xml"/> uses.</summary>
    protected NameTable Names { get; }

    /// <summary>Line of the present node.</summary>
    protected long Line => _place.LineNumber;

    /// <inheritdoc/>
    public override void WriteRecord(IBufferWriter<byte> target) => _text.Write(_recordStart, _recordEnd, target);

    /// <inheritdoc/>
    public override void WriteSlice(IBufferWriter<byte> target, bool opensChunk = false) => _text.Write(_sliceStart, _recordEnd, target);

    /// <inheritdoc/>
    public override void WriteChunkStart(IBufferWriter<byte> target)
    {
        var declaration = $"<?xml version=\"1.0\" encoding=\"{_text.Encoding.WebName}\"?>";
        _text.Encoding.GetBytes(declaration, target);
        _text.Encoding.GetBytes(ChunkContext().ReplaceLineEndings(" "), target);
    }

    /// <inheritdoc/>
    public override void WriteChunkEnd(IBufferWriter<byte> target) => _text.Encoding.GetBytes(ChunkClosing(), target);

    /// <inheritdoc/>
    public override void Dispose()
    {
        Xml.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The start tags, and what else of the envelope is needed, that are open behind the last record.</summary>
    protected abstract string ChunkContext();

    /// <summary>The end tags of what is open behind the present record.</summary>
    protected abstract string ChunkClosing();

    /// <summary>Moves to the next node that is not white space, a comment or a processing instruction.</summary>
    /// <exception cref="SourceFaultException">Not well-formed (F01), or beyond a limit (F19).</exception>
    protected bool Next()
    {
        try
        {
            if (!Xml.Read())
            {
                return false;
            }
        }
        catch (XmlException e)
        {
            // A DTD is all that the framework refuses here without naming a place.
            throw new SourceFaultException(e.LineNumber == 0 && _text.DoctypeLine is { } line
                ? The<F19WithinLimits>.Rule.Dtd(line)
                : The<F01Readable>.Rule.NotXml(Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)));
        }
        catch (SourceFaultException e) when (e.Fault.Line is null)
        {
            throw new SourceFaultException(e.Fault with { Line = Math.Max(1, Line) });
        }

        if (Xml.Depth > _limits.MaxDepth)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.TooDeep(Line, _limits.MaxDepth));
        }

        return true;
    }

    /// <summary>Passes over the present element and all in it.</summary>
    protected void SkipElement()
    {
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (Next() && !(Xml.NodeType == XmlNodeType.EndElement && Xml.Depth == depth))
        {
        }
    }

    /// <summary>Holds a text that is put together from pieces to the limit of one that is whole.</summary>
    /// <param name="length">Its length so far, in characters.</param>
    /// <exception cref="SourceFaultException">The limit is passed (F19).</exception>
    protected void RequireWithinLimit(int length)
    {
        if (length > _limits.MaxTokenLength)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.TokenTooLong(_limits.MaxTokenLength) with { Line = Line });
        }
    }

    /// <summary>Whether the present attribute belongs to XML itself: a namespace declaration or a schema hint.</summary>
    protected bool IsXmlMatter() =>
        Xml.Prefix == "xmlns" || (Xml.Prefix.Length == 0 && Xml.LocalName == "xmlns")
        || (Xml.NamespaceURI == SchemaInstance && Xml.LocalName is "schemaLocation" or "noNamespaceSchemaLocation");

    /// <summary>Counts a fault that a hostile file could repeat for ever.</summary>
    /// <exception cref="SourceFaultException">The limit is passed.</exception>
    protected void CountFault()
    {
        if (++_faults > _limits.MaxFaults)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.TooManyFaults(Line, _limits.MaxFaults));
        }
    }

    /// <summary>Notes that the present start tag begins a record.</summary>
    protected void BeginRecord()
    {
        _sliceStart = _recordEnd;
        _text.KeepFrom(_sliceStart);
        _recordStart = StartOfTag();
    }

    /// <summary>Notes that the record ends with the present node: its end tag, or its start tag when it is empty.</summary>
    protected void EndRecord() => _recordEnd = _text.EndOfTag(_recordStart == StartOfTag() ? _recordStart : StartOfEndTag());

    /// <summary>The original text of the present start tag.</summary>
    protected string StartTag()
    {
        var start = StartOfTag();
        return _text.Slice(start, _text.EndOfTag(start)).ToString();
    }

    /// <summary>The original text from an offset to the present start tag.</summary>
    protected string TextSince(long offset) => _text.Slice(offset, StartOfTag()).ToString();

    /// <summary>The original text from an offset to the end of the present end tag.</summary>
    protected string TextThroughEndTag(long offset) => _text.Slice(offset, _text.EndOfTag(StartOfEndTag())).ToString();

    /// <summary>Offset of the present start tag.</summary>
    protected long StartOfTag() => _text.Offset(_place.LineNumber, _place.LinePosition) - 1;

    private long StartOfEndTag() => _text.Offset(_place.LineNumber, _place.LinePosition) - 2;
}
