using System.Text.Json;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;

namespace Kpr.Local.Checking;

/// <summary>The first receipts of a set, to be answered when the same bytes come again. Kept on disk: a set may be large.</summary>
internal sealed class FirstReceipts : IDisposable
{
    private readonly Dictionary<string, (long Start, int Length)> _places = new(StringComparer.Ordinal);
    private FileStream? _store;

    /// <summary>Keeps a receipt.</summary>
    public void Keep(in MessageIdentity file, Receipt receipt)
    {
        _store ??= new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
            });
        var json = JsonSerializer.SerializeToUtf8Bytes(receipt, ReceiptJson.Lines.Receipt);
        _places.Add(file.BytesKey, (_store.Seek(0, SeekOrigin.End), json.Length));
        _store.Write(json);
    }

    /// <summary>The receipt that was kept for the same bytes.</summary>
    public Receipt Find(in MessageIdentity file)
    {
        var (start, length) = _places[file.BytesKey];
        var json = new byte[length];
        _store!.Position = start;
        _store.ReadExactly(json);
        return JsonSerializer.Deserialize(json, ReceiptJson.Lines.Receipt)!;
    }

    /// <inheritdoc/>
    public void Dispose() => _store?.Dispose();
}
