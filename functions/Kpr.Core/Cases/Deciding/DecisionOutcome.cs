namespace Kpr.Core.Cases.Deciding;

/// <summary>How a case is decided.</summary>
public enum DecisionOutcome
{
    /// <summary>Innvilget.</summary>
    Granted,

    /// <summary>Delvis innvilget.</summary>
    PartlyGranted,

    /// <summary>Avslag.</summary>
    Refused,

    /// <summary>Avvist: not taken up, for example for silence.</summary>
    Dismissed,
}
