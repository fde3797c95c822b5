namespace Kpr.Core.Persons;

/// <summary>How far a decision is carried out. It holds for all who read and write from the moment it is in the list.</summary>
public enum PersonDecisionState
{
    /// <summary>In the list.</summary>
    Decided,

    /// <summary>The files that were under way when it was made are known; what is stored is being gone through.</summary>
    UnderWay,

    /// <summary>What was stored has been gone through once; the last look comes when the files that were under way are done.</summary>
    Waiting,

    /// <summary>Carried out: nothing is left that it is about.</summary>
    Done,
}
