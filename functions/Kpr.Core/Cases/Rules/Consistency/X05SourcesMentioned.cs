namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X05: text and list name the same sources.</summary>
public sealed class X05SourcesMentioned() : ApplicationRule(
    "X05",
    "Datakildene i prosjektbeskrivelsen skal være de samme som i variabellisten.",
    "The project description and the list of variables name the same sources.",
    "Helsedata.no, Tjenester og veiledning")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts)
    {
        if (facts.Content.Sources?.MentionedRegisters is not { } mentioned)
        {
            return [];
        }

        var listed = facts.Sources.Select(source => source.Register).ToList();
        return mentioned.Except(listed).Concat(listed.Except(mentioned)).Select(register => At($"sources.{register}"));
    }
}
