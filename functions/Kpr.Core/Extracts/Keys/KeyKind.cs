namespace Kpr.Core.Extracts.Keys;

/// <summary>What a key of a project stands for. Keys of two kinds never agree, and begin with different letters; none with the P of the register's own keys.</summary>
public enum KeyKind
{
    /// <summary>A person (løpenummer).</summary>
    Person = 'L',

    /// <summary>A health worker, by HPR number.</summary>
    Practitioner = 'B',

    /// <summary>A practice, by the id it has in KUHR.</summary>
    Practice = 'S',

    /// <summary>An organisation, by its number.</summary>
    Organisation = 'V',

    /// <summary>A row of a table: a claim, an event, a consultation, a report.</summary>
    Row = 'R',

    /// <summary>A case (sak) of a municipality, by its local key.</summary>
    Matter = 'K',

    /// <summary>A unit of a municipality, by its local key.</summary>
    Unit = 'E',

    /// <summary>A person and the controls that were chosen for her.</summary>
    MatchedSet = 'M',

    /// <summary>A person towards one source of a linkage (<see cref="Linking.SerialNumber"/>): drawn by the linkage, not by the project.</summary>
    Serial = 'N',
}
