namespace Kpr.Core.Cases.Rules;

/// <summary>A rule that finds what an application lacks, or what in it does not agree.</summary>
/// <inheritdoc cref="CaseRule"/>
/// <param name="id">Id in the catalogue.</param>
/// <param name="norwegian">What it demands, in bokmål.</param>
/// <param name="english">What it demands, in English.</param>
/// <param name="source">Where it comes from.</param>
/// <param name="blocks">Whether an application that breaks it cannot be sent in.</param>
public abstract class ApplicationRule(string id, string norwegian, string english, string source, bool blocks = false)
    : CaseRule(id, norwegian, english, source)
{
    /// <summary>Whether an application that breaks it cannot be sent in. Other findings are suggested to the handler as deficiencies.</summary>
    public bool Blocks => blocks;

    /// <summary>What it finds.</summary>
    public abstract IEnumerable<CaseFinding> Judge(CaseFacts facts);

    /// <summary>A finding at a field, attachment or variable.</summary>
    protected CaseFinding At(string field) => new(Id, field, Norwegian, English);
}
