namespace Kpr.LocalAzure.Hosting;

/// <summary>A kind of trigger the host can listen to. Register one in the services to teach the host a new kind.</summary>
internal interface ITriggerKind
{
    /// <summary>Makes listeners for those of the functions that have this kind of trigger.</summary>
    IEnumerable<ITriggerListener> Listen(IReadOnlyList<FunctionDescriptor> functions, LocalFunctionsHost host);
}
