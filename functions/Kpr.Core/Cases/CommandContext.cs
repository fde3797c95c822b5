using Kpr.Core.Calendar;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Rules;
using Kpr.Core.Catalogue;

namespace Kpr.Core.Cases;

/// <summary>What a decision may lean on beside the case itself.</summary>
/// <param name="By">Who gives the command.</param>
/// <param name="Relation">What ties them to the case.</param>
/// <param name="Now">The moment (UTC).</param>
/// <param name="Policy">Choices that the law leaves open.</param>
public sealed record CommandContext(Actor By, Relation Relation, DateTimeOffset Now, CasePolicy Policy)
{
    private RulePack? _pack;

    /// <summary>The day in Norway.</summary>
    public DateOnly Today { get; } = NorwegianTime.DateAt(Now);

    /// <summary>The rules of the day.</summary>
    public RulePack Pack => _pack ??= RulePack.On(Today, Policy.RulesInForce);

    /// <summary>The calendar that new clocks are counted by, as ledgers bear it.</summary>
    public WorkingCalendar Calendar => Policy.Calendar;
}
