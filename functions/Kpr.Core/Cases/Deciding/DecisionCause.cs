namespace Kpr.Core.Cases.Deciding;

/// <summary>What led to a version of the decision.</summary>
public enum DecisionCause
{
    /// <summary>The application.</summary>
    Application,

    /// <summary>An appeal.</summary>
    Appeal,

    /// <summary>A change application that was granted.</summary>
    Change,

    /// <summary>Delivery without a source, or another linker: an amendment (vedtaksendring).</summary>
    Amendment,
}
