namespace Kpr.LocalAzure.Durable;

/// <summary>The code of an orchestration.</summary>
internal delegate Task<object?> Orchestrator(ReplayContext context);
