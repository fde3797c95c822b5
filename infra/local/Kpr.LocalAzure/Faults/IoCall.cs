namespace Kpr.LocalAzure.Faults;

/// <summary>One call that leaves the process: a storage request, or an operation on a queue.</summary>
/// <param name="Number">1-based position among the calls of the run.</param>
/// <param name="Service">"blob", "table" or "servicebus".</param>
/// <param name="Operation">The verb, for example "PUT" or "Complete".</param>
/// <param name="Target">What it is about: path of the blob or table, or name of the queue.</param>
public readonly record struct IoCall(long Number, string Service, string Operation, string Target);
