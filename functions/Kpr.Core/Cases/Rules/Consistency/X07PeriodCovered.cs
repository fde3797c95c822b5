namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X07: register and variable have data for the period.</summary>
public sealed class X07PeriodCovered() : ApplicationRule(
    "X07",
    "Perioden skal ligge innenfor den tiden registeret og variabelen har data for, og ikke i framtiden.",
    "The period lies within that of the register and the variable, and not in the future.",
    "Registerets dokumentasjon (KPR: KUHR fra juli 2016, omsorg fra 2017)")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts)
    {
        foreach (var source in facts.Sources)
        {
            if (facts.Registers.Find(source.Register)?.Begins > source.From || (source.To > facts.Day && !source.Recurring))
            {
                yield return At($"sources.{source.Register}");
            }

            foreach (var variable in source.Variables)
            {
                if (facts.Variables?.Find(source.Register, variable.Id) is { } period && (period.From > source.From || period.To < source.To))
                {
                    yield return At($"variable:{source.Register}/{variable.Id}");
                }
            }
        }
    }
}
