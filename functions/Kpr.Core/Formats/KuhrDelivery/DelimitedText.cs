using CsvHelper;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>The library's reader as the format needs it: semicolons, quotes allowed but no line break in them, every line a row, limits.</summary>
internal sealed class DelimitedText : IDisposable
{
    private const int BufferLength = 256 << 10;

    private readonly string _name;
    private readonly SourceLimits _limits;
    private long? _malformed;

    public DelimitedText(string name, Stream content, SourceLimits limits)
    {
        _name = name;
        _limits = limits;
        Reader = CsvReader.Create(
            new StrictTextStream(content),
            new CsvReaderOptions
            {
                Separator = ';',
                HasHeader = false,
                AllowLineBreaksInQuotes = false,
                SkipEmptyLines = false,
                MaxRecordSize = limits.MaxTokenLength,
                BufferSize = BufferLength,
                OnMalformedRecord = record => _malformed ??= record.RecordNumber,
            },
            leaveOpen: false);
    }

    /// <summary>The present row. Since no row has a line break, its number is its line.</summary>
    public CsvReader Reader { get; }

    /// <summary>Reads the next row.</summary>
    /// <exception cref="SourceFaultException">The text cannot be read further.</exception>
    public bool Read()
    {
        bool more;
        try
        {
            more = Reader.Read();
        }
        catch (CsvFormatException e)
        {
            // With these options only a row beyond the limit is thrown.
            throw new SourceFaultException(The<F19WithinLimits>.Rule.TokenTooLong(_limits.MaxTokenLength) with { Field = _name, Line = e.RecordNumber });
        }

        return _malformed is { } line ? throw new SourceFaultException(The<F01Readable>.Rule.NotDelimited(_name, line)) : more;
    }

    /// <inheritdoc/>
    public void Dispose() => Reader.Dispose();
}
