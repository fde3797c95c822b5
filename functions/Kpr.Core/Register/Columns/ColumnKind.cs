namespace Kpr.Core.Register.Columns;

/// <summary>How the values of a column lie in a block. The numbers are in stored segments: never used again for another.</summary>
internal enum ColumnKind : byte
{
    /// <summary>No value; no bytes.</summary>
    Empty = 0,

    /// <summary>A dictionary, in the order of first appearance, and a code for each row.</summary>
    Coded = 1,

    /// <summary>A length and text for each row.</summary>
    Text = 2,

    /// <summary>Person keys of ten bytes.</summary>
    PersonKeys = 3,

    /// <summary>GUIDs of sixteen bytes.</summary>
    Ids = 4,

    /// <summary>Date and time to the second: a dictionary of days and a code for each row, and the time of day.</summary>
    Times = 5,

    /// <summary>Whole numbers: the smallest, and how much more each row has.</summary>
    Numbers = 6,
}
