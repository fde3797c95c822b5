namespace Kpr.LocalAzure.Durable.Testing;

/// <summary>An activity or a sub-orchestration that a played orchestration called.</summary>
/// <param name="Name">The name it was called by.</param>
/// <param name="Input">Its input as JSON; null for none.</param>
/// <param name="At">When; UTC.</param>
public sealed record PlayedCall(string Name, string? Input, DateTime At)
{
    /// <summary>Its input.</summary>
    public T? InputAs<T>() => Payload.Read<T>(Input);
}
