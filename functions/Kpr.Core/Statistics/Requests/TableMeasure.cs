namespace Kpr.Core.Statistics.Requests;

/// <summary>What a table counts.</summary>
public enum TableMeasure
{
    /// <summary>Persons, each once. Every person must stand in one cell: by sex or home, not by kind of contact.</summary>
    Persons,

    /// <summary>Contacts: rows of the register. Cells are judged by the persons behind them.</summary>
    Contacts,

    /// <summary>The sum of a column of whole numbers.</summary>
    Sum,
}
