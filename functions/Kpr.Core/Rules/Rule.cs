using Kpr.Core.Catalogue;

namespace Kpr.Core.Rules;

/// <summary>
/// A demand that data must meet. One rule is one file: its id, severities, texts, source and dates of validity
/// stand there, and the published catalogue is generated from them.
/// </summary>
/// <param name="id">Id in the rule catalogue, for example "E06".</param>
/// <param name="severities">Every severity that a finding of the rule may have, the usual one first.</param>
public abstract class Rule(string id, params Severity[] severities)
{
    /// <summary>Id in the rule catalogue.</summary>
    public string Id => id;

    /// <summary>The severity of a finding that names none.</summary>
    public Severity Severity => severities[0];

    /// <summary>Every severity that the rule may give.</summary>
    public IReadOnlyList<Severity> Severities => severities;

    /// <summary>What the rule demands, in Norwegian.</summary>
    public abstract string Norwegian { get; }

    /// <summary>What the rule demands, in English.</summary>
    public abstract string English { get; }

    /// <summary>What a sender can do about a finding, in Norwegian.</summary>
    public abstract string Advice { get; }

    /// <summary>Where the demand comes from: law, format, register practice, or own choice.</summary>
    public abstract string Source { get; }

    /// <summary>First day on which the rule is applied to files received.</summary>
    public virtual DateOnly ValidFrom => new(2021, 1, 1);

    /// <summary>Last day on which the rule is applied; null while it stands.</summary>
    public virtual DateOnly? ValidTo => null;

    /// <summary>Whether the rule is about what is reported, not about form or identity: migrated years are excused from it.</summary>
    public bool IsAboutContent => id[0] == 'A';

    /// <summary>The catalogues loaded by the operator without which the rule is not judged, or only in part.</summary>
    public virtual OptionalCatalogues Needs => OptionalCatalogues.None;

    /// <summary>Place in the sequence of judging; rules of the same order are applied by id.</summary>
    public virtual int Order => 1000;

    /// <summary>Whether the rule is applied to a file received on this day.</summary>
    public bool AppliesOn(DateOnly day) => day >= ValidFrom && (ValidTo is null || day <= ValidTo);
}
