namespace Kpr.LocalAzure.Durable;

/// <summary>Who called an orchestration.</summary>
/// <param name="Instance">The caller's instance id.</param>
/// <param name="Execution">Which run of it: an id is used again after a restart.</param>
/// <param name="Name">The caller's name.</param>
/// <param name="Id">The number of the call.</param>
public sealed record Caller(string Instance, string Execution, string Name, int Id);
