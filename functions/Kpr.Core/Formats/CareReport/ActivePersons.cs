using Kpr.Core.Judging;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.CareReport;

/// <summary>Finds those who are active in several municipalities on 31 December of a year (A45), over reports that are given together.</summary>
internal sealed class ActivePersons : IDisposable
{
    private const int FileBits = 32;

    private readonly FactRuns _persons = new();
    private readonly List<List<Fact>> _told = [];

    /// <summary>Begins a report.</summary>
    /// <param name="told">Takes what is told of its users.</param>
    /// <returns>Number of the report.</returns>
    public int Begin(List<Fact> told)
    {
        _told.Add(told);
        return _told.Count - 1;
    }

    /// <summary>Adds a person that both shipments of a report have.</summary>
    public void Add(int file, int year, LinkFact person, LinkFact user)
    {
        if (user is { IsActive: true, LastStart: { } start } && person.NumberHash != UInt128.Zero)
        {
            var fact = user.Fact;
            var key = person.NumberHash ^ (UInt128)(uint)year;
            _persons.Add(new Fact(FactKind.ReportLink, key, LinkFact.Professional, fact.Ordinal, fact.Line, fact.RecordId, fact.Key, ((ulong)start.DayNumber << FileBits) | (uint)file));
        }
    }

    /// <summary>Tells all but the one that began last.</summary>
    public void Tell()
    {
        var same = new List<Fact>();
        foreach (var fact in _persons.Merge())
        {
            if (same.Count > 0 && same[0].Key != fact.Key)
            {
                Tell(same);
                same.Clear();
            }

            same.Add(fact);
        }

        Tell(same);
    }

    public void Dispose() => _persons.Dispose();

    private void Tell(List<Fact> same)
    {
        // By start, then by report: whoever asks again is told the same.
        foreach (var fact in same.OrderByDescending(fact => fact.Extra).Skip(1))
        {
            var user = new Fact(FactKind.ReportLink, fact.Content, LinkFact.Professional, fact.Ordinal, fact.Line, fact.RecordId, UInt128.Zero, 0);
            _told[(int)(uint)fact.Extra].Add(ShipmentPair.Told(user, ReportMatch.ActiveElsewhere));
        }
    }
}
