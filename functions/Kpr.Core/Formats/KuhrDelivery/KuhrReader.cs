using System.Buffers;
using System.Globalization;
using System.Text;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>
/// What reading a delivery and reading a chunk of it share: the claim put together from its rows. A chunk is a heading
/// and the rows of its claims, each with its file and line: lines need no offset.
/// </summary>
internal abstract class KuhrReader(SourceLimits limits) : RecordReader
{
    /// <summary>What a chunk begins with.</summary>
    public const string ChunkMark = "KPR-KUHR";

    private readonly KuhrRows _rows = new();
    private readonly KuhrClaimRows _fields = new();

    /// <inheritdoc/>
    public sealed override string Format => "KUHR-leveranse";

    /// <inheritdoc/>
    public sealed override FeedRecord Record => _fields.Claim;

    /// <summary>Always the first: rows tell their lines themselves.</summary>
    public sealed override long SliceLine => 1;

    /// <summary>The claim that is put together.</summary>
    protected Claim Claim => _fields.Claim;

    /// <summary>The delivery that the claims are of.</summary>
    protected DeliveryHeading Heading
    {
        get => Claim.Delivered!.Delivery!;
        set => Claim.Delivered!.Delivery = value;
    }

    /// <inheritdoc/>
    public sealed override void WriteRecord(IBufferWriter<byte> target) => _rows.WriteTo(target);

    /// <inheritdoc/>
    public sealed override void WriteSlice(IBufferWriter<byte> target, bool opensChunk = false)
    {
        if (Claim.Ordinal == 1)
        {
            WriteChunkStart(target);
        }

        _rows.WriteTo(target);
    }

    /// <inheritdoc/>
    public sealed override void WriteChunkStart(IBufferWriter<byte> target) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{ChunkMark};{Heading.DeliveryId};{Heading.PeriodFrom:yyyy-MM-dd};{Heading.PeriodTo:yyyy-MM-dd}\n"), target);

    /// <inheritdoc/>
    public sealed override void WriteChunkEnd(IBufferWriter<byte> target)
    {
    }

    /// <summary>Begins a claim with its row in regning.</summary>
    protected void BeginClaim(KuhrRow row, ReadOnlySpan<byte> raw)
    {
        Records++;
        Claim.Begin(Records, row.Line, 0);
        _rows.Clear();
        _rows.Add(KuhrFileKind.Claim, row.Line, raw);
        _fields.ReadClaim(row);
    }

    /// <summary>Adds a row of another file to the claim.</summary>
    /// <exception cref="SourceFaultException">The claim is too long.</exception>
    protected void AddRow(KuhrFileKind kind, KuhrRow row, ReadOnlySpan<byte> raw)
    {
        if (_rows.Length > limits.MaxRecordLength)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.RecordTooLong(limits.MaxRecordLength) with { Field = kind.Name(), Line = row.Line });
        }

        _rows.Add(kind, row.Line, raw);
        _fields.Add(kind, row);
    }

    /// <summary>Ends a claim: all its rows have been added.</summary>
    protected void EndClaim()
    {
        Claim.Delivered!.Content = _rows.Hash();
        _fields.Finish();
    }
}
