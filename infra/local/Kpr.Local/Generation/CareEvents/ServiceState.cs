using Kpr.Core.Formats.CareEvents;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>What the register knows of a service from the events of one file that it has taken.</summary>
internal sealed class ServiceState
{
    /// <summary>Whether any event has been taken.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>The day on which the service started.</summary>
    public DateOnly? Start { get; private set; }

    /// <summary>The day on which its last pause began.</summary>
    public DateOnly? PausedFrom { get; private set; }

    /// <summary>Takes an event.</summary>
    public void Take(CareEventKind kind, DateOnly day)
    {
        IsKnown = true;
        Start = kind == CareEventKind.TjenesteStart ? day : Start;
        PausedFrom = kind == CareEventKind.MidlertidigStoppFra ? day : PausedFrom;
    }

    /// <summary>Takes an annulment: what is annulled never was.</summary>
    public void Annul(CareEventKind kind)
    {
        Start = kind == CareEventKind.TjenesteStart ? null : Start;
        PausedFrom = kind == CareEventKind.MidlertidigStoppFra ? null : PausedFrom;
    }
}
