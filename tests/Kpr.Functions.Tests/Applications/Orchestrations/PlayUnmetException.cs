namespace Kpr.Functions.Tests.Applications.Orchestrations;

/// <summary>A play did not go as it says it must.</summary>
internal sealed class PlayUnmetException(string message) : Exception(message);
