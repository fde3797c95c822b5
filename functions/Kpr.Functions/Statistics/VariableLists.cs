using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Register;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Statistics;

/// <summary>Lists of variables, saved by whoever is logged in: uploaded, downloaded, and as a table schema. Nobody sees another's.</summary>
/// <param name="callers">Who asks.</param>
/// <param name="storage">The storage accounts.</param>
public sealed class VariableLists(Callers callers, StorageAccounts storage)
{
    private const int LongestName = 60;

    private readonly BlobContainerClient _lists = storage.CaseFiles.GetBlobContainerClient(Containers.Tables);

    /// <summary>Saves a list, over an earlier one of the name.</summary>
    public Task<IActionResult> SaveAsync(HttpRequest request, string name, CancellationToken cancellationToken) => RunAsync(request, name, async blob =>
    {
        var (body, problem) = await RequestBody.ReadJsonAsync(request, cancellationToken);
        if (problem is not null || body.ValueKind != JsonValueKind.Object)
        {
            return problem ?? ProblemResult.Of(Problems.BadJson);
        }

        VariableList? list;
        try
        {
            list = body.Deserialize<VariableList>(TableJson.Options);
        }
        catch (JsonException)
        {
            return ProblemResult.Of(Problems.BadList, "JSON");
        }

        if (list!.Fault() is { } fault)
        {
            return ProblemResult.Of(Problems.BadList, fault);
        }

        await blob.UploadAsync(BinaryData.FromBytes(TableJson.Bytes(list)), new BlobUploadOptions(), cancellationToken);
        return new JsonAnswer(list);
    }, cancellationToken);

    /// <summary>A list.</summary>
    public Task<IActionResult> ShowAsync(HttpRequest request, string name, CancellationToken cancellationToken) => RunAsync(request, name, async blob =>
        await FindAsync(blob, cancellationToken) is { } list ? new JsonAnswer(list) : ProblemResult.Of(Problems.NoVariable), cancellationToken);

    /// <summary>The table schema of a list.</summary>
    public Task<IActionResult> SchemaAsync(HttpRequest request, string name, CancellationToken cancellationToken) => RunAsync(request, name, async blob =>
        await FindAsync(blob, cancellationToken) is { } list
            ? new JsonAnswer(JsonSerializer.SerializeToUtf8Bytes(
                VariableCatalogue.SchemaOf(list.Variables.Select(VariableCatalogue.Find).OfType<CatalogueVariable>()), RegisterJson.Indented.TableSchema))
            : ProblemResult.Of(Problems.NoVariable), cancellationToken);

    private static async Task<VariableList?> FindAsync(BlobClient blob, CancellationToken cancellationToken) =>
        await blob.FindAsync(cancellationToken) is { } found ? TableJson.Read<VariableList>(found.Content.ToMemory()) : null;

    private static string Owner(Actor actor) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{actor.Role}\n{actor.Subject}")))[..32];

    private async Task<IActionResult> RunAsync(HttpRequest request, string name, Func<BlobClient, Task<IActionResult>> run, CancellationToken cancellationToken)
    {
        var (actor, problem) = await callers.OfAsync(request, cancellationToken);
        if (actor is null)
        {
            return problem!;
        }

        if (name.Length > LongestName || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
        {
            return ProblemResult.Of(Problems.BadParameter, "list");
        }

        try
        {
            return await run(_lists.GetBlobClient($"lists/{Owner(actor)}/{name}.json"));
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return ProblemResult.Of(Problems.Outage);
        }
    }
}
