using System.Text;
using System.Text.Json;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>The findings on records in document order: in memory up to a number, in a temporary file beyond it.</summary>
/// <param name="kept">Number of findings kept in memory. Default: 10,000.</param>
public sealed class FindingsJournal(int kept = 10_000) : IDisposable
{
    private readonly List<Finding> _recent = [];
    private FileStream? _spill;

    /// <summary>Number of findings taken.</summary>
    public long Count { get; private set; }

    /// <summary>Takes the findings of the next record that has any.</summary>
    public void Add(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        Count += findings.Count;
        _recent.AddRange(findings);
        if (_recent.Count > kept)
        {
            Spill();
        }
    }

    /// <summary>The findings in the order they were taken.</summary>
    public IEnumerable<Finding> Read()
    {
        if (_spill is not null)
        {
            _spill.Position = 0;
            using var lines = new StreamReader(_spill, Encoding.UTF8, leaveOpen: true);
            while (lines.ReadLine() is { } line)
            {
                yield return JsonSerializer.Deserialize(line, ReceiptJson.Lines.Finding)!;
            }
        }

        foreach (var finding in _recent)
        {
            yield return finding;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _spill?.Dispose();

    private void Spill()
    {
        _spill ??= new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
                BufferSize = 1 << 16,
            });
        foreach (var finding in _recent)
        {
            ReceiptJson.WriteLine(_spill, finding);
        }

        _recent.Clear();
    }
}
