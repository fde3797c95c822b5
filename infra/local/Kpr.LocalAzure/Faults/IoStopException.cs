namespace Kpr.LocalAzure.Faults;

/// <summary>The run was stopped at an I/O call, as if the process had died there. Nothing may catch it but the host.</summary>
public sealed class IoStopException(IoCall call, IoPhase phase)
    : Exception($"The run was stopped {phase} I/O call {call.Number} ({call.Service} {call.Operation}).")
{
    /// <summary>The call at which the run stopped.</summary>
    public IoCall Call => call;

    /// <summary>The side of the call.</summary>
    public IoPhase Phase => phase;
}
