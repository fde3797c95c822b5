using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>
/// The findings across records of a file, however many, in document order. They are met in the order of the facts, so
/// they are kept as facts themselves: sorted, and on disk beyond a number. Texts are kept once.
/// </summary>
internal sealed class GroupFindings : IDisposable
{
    private readonly FactRuns _found = new();
    private readonly List<(Rule Rule, Severity Severity, string? Field, string Message)> _texts = [];
    private readonly Dictionary<(Rule, Severity, string?, string), ulong> _places = [];
    private IEnumerator<Fact>? _ordered;

    /// <summary>The first finding that has not been taken; null when all are.</summary>
    public Finding? Next { get; private set; }

    /// <summary>Takes a finding on the record of a fact.</summary>
    public void Add(Rule rule, Severity severity, in Fact fact, string? field, string message)
    {
        var text = (rule, severity, field, message);
        if (!_places.TryGetValue(text, out var place))
        {
            _places.Add(text, place = (ulong)_texts.Count);
            _texts.Add(text);
        }

        var order = new UInt128((ulong)fact.Ordinal, (ulong)_found.Count);
        _found.Add(new Fact(FactKind.RecordId, order, 0, fact.Ordinal, fact.Line, fact.RecordId, 0, place));
    }

    /// <summary>Begins to give the findings in document order; none may be added after this.</summary>
    public void Sort()
    {
        _ordered = _found.Merge().GetEnumerator();
        Advance();
    }

    /// <summary>Takes the next finding.</summary>
    /// <exception cref="InvalidOperationException">All are taken.</exception>
    public Finding Take()
    {
        var taken = Next ?? throw new InvalidOperationException("All findings are taken.");
        Advance();
        return taken;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ordered?.Dispose();
        _found.Dispose();
    }

    private void Advance()
    {
        if (!_ordered!.MoveNext())
        {
            Next = null;
            return;
        }

        var fact = _ordered.Current;
        var (rule, severity, field, message) = _texts[(int)fact.Extra];
        var id = fact.RecordId == UInt128.Zero ? null : GuidKey.ToGuid(fact.RecordId).ToString();
        Next = Finding.Create(rule, severity, fact.Ordinal, fact.Line, id, field, message);
    }
}
