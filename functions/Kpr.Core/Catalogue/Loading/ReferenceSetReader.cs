using System.Security.Cryptography;
using System.Text.Unicode;

namespace Kpr.Core.Catalogue.Loading;

/// <summary>Reads a set of reference data, and checks all of it: a set is taken whole or not at all.</summary>
public sealed class ReferenceSetReader
{
    private readonly List<ReferenceFault> _faults = [];
    private readonly Dictionary<string, ReferenceFile> _tables = new(StringComparer.Ordinal);

    private ReferenceSetReader()
    {
    }

    /// <summary>Reads a set.</summary>
    /// <param name="manifest">What the set consists of.</param>
    /// <param name="files">The files, by name; those that the manifest does not name are passed over.</param>
    public static ReferenceReading Read(ReferenceManifest manifest, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) =>
        new ReferenceSetReader().ReadSet(manifest, files);

    private ReferenceReading ReadSet(ReferenceManifest manifest, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        foreach (var entry in manifest.Files) Take(entry, files);
        foreach (var form in ReferenceTables.All.Where(form => !form.IsOptional && !_tables.ContainsKey(form.File)))
            _tables.Add(form.File, EmbeddedReferenceData.File(form.File));
        var set = new ReferenceData(() => ReferenceDataVersion.Of(manifest.Label, manifest.ValidFrom, _tables.Values), Open)
        {
            Senders = Optional(ReferenceTables.Senders, SenderCatalogue.Read),
            Icpc2 = Optional(ReferenceTables.Icpc2, sheet => DiagnosisCatalogue.Read(sheet, code => Icpc2Structure.IsCode(code))),
            Icd10 = Optional(ReferenceTables.Icd10, sheet => DiagnosisCatalogue.Read(sheet, code => Icd10Pattern.IsCode(code))),
            Tariffs = Optional(ReferenceTables.Tariffs, TariffCatalogue.Read),
            Trust = Optional(ReferenceTables.Trust, TrustCatalogue.Read),
        };
        set.ReadAll();
        _ = set.Version;
        return _faults.Count > 0
            ? ReferenceReading.Refused([.. _faults.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line ?? 0)])
            : new ReferenceReading(set, [.. _tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal)], []);
    }

    private void Take(ReferenceManifest.Entry entry, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        if (!files.TryGetValue(entry.Name, out var content))
            Fault(entry.Name, null, "Filen er nevnt i manifestet, men er ikke der.");
        else if (!Convert.ToHexString(SHA256.HashData(content.Span)).Equals(entry.Sha256, StringComparison.OrdinalIgnoreCase))
            Fault(entry.Name, null, "Filen har en annen SHA-256 enn i manifestet.");
        else
            _tables.Add(entry.Name, new ReferenceFile(entry.Name, content));
    }

    private T? Optional<T>(TableForm form, Func<ReferenceSheet, T> read)
        where T : class => _tables.ContainsKey(form.File) ? read(Open(form)) : null;

    // A table that cannot be opened is read as if it were empty; what is wrong is noted.
    private ReferenceSheet Open(TableForm form)
    {
        var table = Text(_tables[form.File]) is { } text ? ReferenceTable.Parse(form.File, text, _faults) : null;
        return new ReferenceSheet(table is not null && HasHeader(form, table) ? table : ReferenceTable.Parse(form.File, string.Join(';', form.Required)), form, _faults);
    }

    private string? Text(ReferenceFile file)
    {
        var bytes = file.Content.Span;
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes["\uFEFF"u8.Length..];
        var characters = new char[bytes.Length];
        if (Utf8.ToUtf16(bytes, characters, out var read, out var written, replaceInvalidSequences: false) != System.Buffers.OperationStatus.Done)
        {
            Fault(file.Name, 1 + bytes[..read].Count((byte)'\n'), "Filen er ikke UTF-8 på denne linjen.");
            return null;
        }

        var text = new string(characters, 0, written);
        if (text.IndexOf('\uFFFD', StringComparison.Ordinal) is var place and >= 0)
            Fault(file.Name, 1 + text.AsSpan(0, place).Count('\n'), "Linjen har et erstatningstegn: teksten er ødelagt i en tidligere omkoding.");
        return text;
    }

    private bool HasHeader(TableForm form, ReferenceTable table)
    {
        var before = _faults.Count;
        foreach (var missing in form.Required.Except(table.Header, StringComparer.Ordinal)) Fault(form.File, 1, $"Kolonnen {missing} mangler.");
        foreach (var unknown in table.Header.Except([.. form.Required, .. form.Optional], StringComparer.Ordinal)) Fault(form.File, 1, $"Kolonnen {unknown} er ukjent.");
        foreach (var twice in table.Header.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            Fault(form.File, 1, $"Kolonnen {twice.Key} står flere ganger.");
        if (_faults.Count == before && table.Rows.Count == 0) Fault(form.File, null, "Tabellen har ingen rader.");
        return _faults.Count == before;
    }

    private void Fault(string file, int? line, string message) => _faults.Add(new ReferenceFault(file, line, null, message));
}
