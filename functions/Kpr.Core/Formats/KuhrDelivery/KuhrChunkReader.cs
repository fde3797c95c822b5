using System.Buffers.Text;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>Reads a chunk of a delivery. Chunks are our own: what is wrong with one is a bug, told as a fault all the same.</summary>
internal sealed class KuhrChunkReader : KuhrReader
{
    private const int FirstColumn = 2;

    private readonly DelimitedText _text;
    private bool _more;

    /// <exception cref="SourceFaultException">The content is no chunk.</exception>
    public KuhrChunkReader(SourceContent source, SourceLimits limits)
        : base(limits)
    {
        _text = new DelimitedText("chunk", source.Content, limits);
        var rows = _text.Read() ? _text.Reader : throw Broken(1);
        if (!rows.GetSpan(0).SequenceEqual("KPR-KUHR"u8) || !GuidKey.TryParse(rows.GetSpan(1), out var id)
            || !KuhrRow.TryDate(rows.GetSpan(2), out var from) || !KuhrRow.TryDate(rows.GetSpan(3), out var to))
        {
            throw Broken(1);
        }

        Heading = new DeliveryHeading(id, from, to);
        AddEnvelope(new KuhrEnvelope { Index = 0, Line = 1, FirstOrdinal = 1 });
        _more = _text.Read();
    }

    /// <inheritdoc/>
    public override void Dispose() => _text.Dispose();

    /// <inheritdoc/>
    protected override bool ReadRecord()
    {
        if (!_more)
        {
            return false;
        }

        if (KindOfRow() != KuhrFileKind.Claim)
        {
            throw Broken(_text.Reader.RowNumber);
        }

        BeginClaim(Row(), Raw());
        while ((_more = _text.Read()) && KindOfRow() is not KuhrFileKind.Claim and var kind)
        {
            AddRow(kind, Row(), Raw());
        }

        EndClaim();
        ((KuhrEnvelope)Envelopes[0]).Count(Claim);
        return true;
    }

    private static SourceFaultException Broken(long line) => new(The<F01Readable>.Rule.NotDelimited("chunk", line));

    private KuhrFileKind KindOfRow() =>
        KuhrColumns.OfLetter(_text.Reader.GetSpan(0)) is { } kind && _text.Reader.FieldCount == FirstColumn + KuhrColumns.Of(kind).Count
            ? kind
            : throw Broken(_text.Reader.RowNumber);

    private KuhrRow Row() => new(
        _text.Reader, FirstColumn,
        Utf8Parser.TryParse(_text.Reader.GetSpan(1), out long line, out _) ? line : throw Broken(_text.Reader.RowNumber));

    // Behind the letter, the line and their semicolons.
    private ReadOnlySpan<byte> Raw() => _text.Reader.RawRecord[(_text.Reader.GetSpan(0).Length + _text.Reader.GetSpan(1).Length + FirstColumn)..];
}
