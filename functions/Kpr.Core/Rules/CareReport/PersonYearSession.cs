using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>What A45 and I24 share: a person of the report that is judged, and the same person in the reports of other municipalities about the year.</summary>
internal abstract class PersonYearSession : GroupSession
{
    // Of each municipality what its newest report says. Few: nobody is in many.
    private readonly Dictionary<int, PersonYearFact> _others = [];

    public override void Next(in Fact fact, bool firstOfKey)
    {
        if (firstOfKey)
        {
            _others.Clear();
        }

        var one = new PersonYearFact(fact);
        if (!fact.IsKnown)
        {
            _others.Remove(one.Municipality);
            Judge(one, _others.Values);
        }
        else if (!_others.TryGetValue(one.Municipality, out var known) || known.SerialNumber < one.SerialNumber)
        {
            _others[one.Municipality] = one;
        }
    }

    /// <summary>Judges a person.</summary>
    /// <param name="own">The person in the report that is judged.</param>
    /// <param name="others">The person in the reports of other municipalities.</param>
    protected abstract void Judge(PersonYearFact own, IReadOnlyCollection<PersonYearFact> others);
}
