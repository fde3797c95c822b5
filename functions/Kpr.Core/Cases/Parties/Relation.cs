namespace Kpr.Core.Cases.Parties;

/// <summary>What ties an actor to one case.</summary>
public enum Relation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The applicant whose case it is.</summary>
    Owner,

    /// <summary>Invited by the owner to write (medbruker).</summary>
    Editor,

    /// <summary>Invited by the owner to read.</summary>
    Reader,

    /// <summary>By office: the unit that handles the case, the applicant's own controller, the system.</summary>
    Office,

    /// <summary>The case is assigned to this person.</summary>
    Assigned,

    /// <summary>The actor's register is a source in the case.</summary>
    Source,

    /// <summary>Named for this case: the linker, or the appeal body once an appeal was sent to it.</summary>
    Designated,

    /// <summary>Not impartial in this case (inhabil): forvaltningsloven ch. II.</summary>
    Conflicted,
}
