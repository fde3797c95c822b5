namespace Kpr.Core.Formats.CareEvents;

/// <summary>The kinds of event that a notification can tell; the names are the format's.</summary>
public enum CareEventKind
{
    /// <summary>No event.</summary>
    None,

    /// <summary>A service starts.</summary>
    TjenesteStart,

    /// <summary>A paused service goes on.</summary>
    MidlertidigStoppTil,

    /// <summary>A service is paused.</summary>
    MidlertidigStoppFra,

    /// <summary>A service gets another provider.</summary>
    TjenesteutforerEndret,

    /// <summary>A service ends.</summary>
    TjenesteSlutt,
}
