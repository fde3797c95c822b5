using System.Text.Json;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Durable;

/// <summary>Shows an instance of the file to callers.</summary>
internal static class Metadata
{
    public static OrchestrationMetadata Of(InstanceRow row, bool inputsAndOutputs) => new(row.Name, row.Id)
    {
        RuntimeStatus = row.Status,
        CreatedAt = row.Created,
        LastUpdatedAt = row.Updated,
        SerializedInput = inputsAndOutputs ? row.Input : null,
        SerializedOutput = inputsAndOutputs ? row.Output : null,
        SerializedCustomStatus = inputsAndOutputs ? row.CustomStatus : null,
        HasInputsAndOutputs = inputsAndOutputs,
        Tags = row.Tags is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(row.Tags)!,
    };
}
