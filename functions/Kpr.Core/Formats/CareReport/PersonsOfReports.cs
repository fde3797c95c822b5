using Kpr.Core.Judging;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.CareReport;

/// <summary>The persons of reports that are given together, to be held against each other (A45, I24).</summary>
internal sealed class PersonsOfReports : IDisposable
{
    private readonly FactRuns _persons = new();
    private readonly List<List<Fact>> _told = [];

    /// <summary>Begins a report.</summary>
    /// <param name="told">Takes what is told of its users.</param>
    /// <returns>Place of the report.</returns>
    public int Begin(List<Fact> told)
    {
        _told.Add(told);
        return _told.Count - 1;
    }

    /// <summary>Adds a person that both shipments of a report have.</summary>
    public void Add(int place, ShipmentSummary report, LinkFact person, LinkFact user)
    {
        if (PersonYearFact.Of(report, person, user, place) is { } fact)
        {
            _persons.Add(fact);
        }
    }

    /// <summary>Tells each report of its persons that are in others, and what those say.</summary>
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
        foreach (var own in same.Count > 1 ? same : [])
        {
            var place = new PersonYearFact(own).Report;
            _told[place].Add(own);
            _told[place].AddRange(same.Where(other => new PersonYearFact(other).Report != place).Select(other => other.AsKnown()));
        }
    }
}
