using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Starts the function by a schedule.</summary>
/// <param name="schedule">Six fields from seconds to day of week, in UTC; or a time span; or <c>%setting%</c>.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The schedule.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>One extra run when the host starts.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Remembers runs, so that one missed while the host was down is made up for. Not for less than a minute.</summary>
    public bool UseMonitor { get; set; } = true;
}
