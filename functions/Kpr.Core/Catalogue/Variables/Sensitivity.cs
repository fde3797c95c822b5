namespace Kpr.Core.Catalogue.Variables;

/// <summary>How much a variable tells of a person.</summary>
public enum Sensitivity
{
    /// <summary>Nothing of health, and little that finds somebody.</summary>
    Administrative,

    /// <summary>Finds somebody together with other variables (indirekte identifiserende): time, place, age, provider.</summary>
    Indirect,

    /// <summary>Tells of health or of services received.</summary>
    Health,

    /// <summary>A key that the register needs itself. It is never handed out.</summary>
    Internal,
}
