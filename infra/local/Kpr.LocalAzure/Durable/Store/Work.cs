namespace Kpr.LocalAzure.Durable;

/// <summary>An instance with something to do, claimed by this host.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Past">Its history, as JSON.</param>
/// <param name="Messages">What has arrived and is due, in order.</param>
internal sealed record InstanceWork(InstanceRow Instance, List<string> Past, List<Message> Messages);

/// <summary>Something that has arrived for an instance.</summary>
/// <param name="Sequence">Its number in the file.</param>
/// <param name="Execution">The run it is meant for; null for any.</param>
/// <param name="Json">The event.</param>
internal sealed record Message(long Sequence, string? Execution, string Json);

/// <summary>An activity to run, claimed by this host.</summary>
internal sealed record ActivityWork(long Sequence, string Instance, string Execution, int Id, string Name, string? Input, string? Trace);
