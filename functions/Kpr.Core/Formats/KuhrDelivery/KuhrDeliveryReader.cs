using Kpr.Core.Formats.Claims;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Core.Rules.KuhrDelivery;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>
/// Reads a delivery by its manifest: the four files at once, each forwards and once. For each row of regning it takes
/// the rows of the other files that stand next and bear the same id; what it needs in memory is one claim.
/// </summary>
/// <remarks>
/// The files stand in one order. Where that order is rising, as the beginning of regning tells, a row that was passed by
/// belongs to no claim (K09) and the reading goes on. In any other order such a row may belong to a claim further down,
/// so it waits; when it waits still at the end, the delivery is rejected (K34).
/// </remarks>
internal sealed class KuhrDeliveryReader : KuhrReader
{
    private readonly KuhrTable?[] _tables = new KuhrTable?[KuhrColumns.Kinds];
    private readonly KuhrEnvelope _envelope = new() { Index = 0, Line = 1, FirstOrdinal = 1 };
    private readonly ISourceParts? _parts;
    private readonly SourceLimits _limits;
    private bool _rises;
    private bool _opened;
    private int _faults;

    /// <summary>Reads the manifest; the files are opened with the first claim.</summary>
    /// <exception cref="SourceFaultException">The manifest is no JSON.</exception>
    public KuhrDeliveryReader(SourceContent source, SourceLimits limits)
        : base(limits)
    {
        _parts = source.Parts;
        _limits = limits;
        KuhrManifestReader.Read(source.Content, limits, _envelope);
        AddEnvelope(_envelope);
        if (_envelope.Manifest is { } manifest)
        {
            Heading = new DeliveryHeading(manifest.DeliveryId, manifest.PeriodFrom, manifest.PeriodTo);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var table in _tables)
        {
            table?.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override bool ReadRecord()
    {
        if (_envelope.Manifest is not { } manifest)
        {
            return false;
        }

        if (!_opened)
        {
            _opened = true;
            Open(manifest);
        }

        var claims = _tables[0]!;
        if (!claims.Next())
        {
            FinishFiles();
            return false;
        }

        BeginClaim(claims.Row, claims.Raw);
        claims.NoteOrder();
        if (_rises && !claims.IsRising)
        {
            _rises = _faults == 0 ? false : throw new SourceFaultException(The<K34Columns>.Rule.WrongOrder(claims.Kind, claims.Line));
        }

        for (var kind = 1; kind < _tables.Length; kind++)
        {
            Join(claims, _tables[kind]!);
        }

        EndClaim();
        _envelope.Count(Claim);
        return true;
    }

    private void Open(KuhrManifest manifest)
    {
        foreach (var file in manifest.Files)
        {
            var stored = _parts?.Open(file.Name) ?? throw new SourceFaultException(The<K01ManifestAgrees>.Rule.Missing(file.Name));
            var table = _tables[(int)file.Kind] = new KuhrTable(file.Kind, file.Name, stored, _limits);
            if (file.Kind == KuhrFileKind.Claim)
            {
                _rises = table.BeginsRising();
            }
            else
            {
                table.Next();
            }
        }
    }

    private void Join(KuhrTable claims, KuhrTable table)
    {
        while (table.HasRow)
        {
            var order = KuhrTable.CompareIds(table.ClaimId, claims.ClaimId);
            if (order == 0)
            {
                table.NoteOrder();
                AddRow(table.Kind, table.Row, table.Raw);
            }
            else if (order < 0 && _rises)
            {
                PassBy(table);
            }
            else
            {
                return;
            }

            table.Next();
        }
    }

    private void PassBy(KuhrTable table)
    {
        table.NoteOrder();
        if (!table.IsRising)
        {
            throw new SourceFaultException(The<K34Columns>.Rule.WrongOrder(table.Kind, table.Line));
        }

        _envelope.AddFault(The<K09RowsBelong>.Rule.Orphan(table.Kind, table.Line));
        if (++_faults > _limits.MaxFaults)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.TooManyFaults(table.Line, _limits.MaxFaults) with { Field = table.Kind.Name() });
        }
    }

    private void FinishFiles()
    {
        foreach (var table in _tables)
        {
            while (table!.HasRow)
            {
                if (!_rises)
                {
                    throw new SourceFaultException(The<K34Columns>.Rule.WrongOrder(table.Kind, table.Line));
                }

                PassBy(table);
                table.Next();
            }

            _envelope.NoteFile(table.Kind, table.Rows, table.Finish());
        }

        _envelope.IsRead = true;
    }
}
