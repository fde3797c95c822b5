namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X06: the catalogue has every variable.</summary>
public sealed class X06VariableKnown() : ApplicationRule(
    "X06",
    "Hver variabel skal finnes i registerets variabelkatalog.",
    "Every variable is in the register’s catalogue.",
    "Helsedata.no, variabelutforsker")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Variables is not { } catalogue ? [] :
        from source in facts.Sources
        where catalogue.Covers(source.Register)
        from variable in source.Variables
        where catalogue.Find(source.Register, variable.Id) is null
        select At($"variable:{source.Register}/{variable.Id}");
}
