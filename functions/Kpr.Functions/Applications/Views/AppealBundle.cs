using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Kpr.Core.Cases;
using Kpr.Functions.Applications.Http;

namespace Kpr.Functions.Applications.Views;

/// <summary>
/// All that the appeal body needs (klagesakens dokumenter, forskrift 2023-01-11-48 § 9): the appeal, every version of the decision and of the application, what
/// happened and by which clocks, and the attachments by their hashes. The same case at the same version gives the same bytes, and so the same hash, which
/// <c>send-appeal</c> names.
/// </summary>
public static class AppealBundle
{
    /// <summary>The bundle.</summary>
    /// <param name="state">The case; it has an appeal.</param>
    /// <param name="lines">Its events as they are stored, with the hash after each.</param>
    /// <returns>The bundle as JSON, and its name: <c>sha256:</c> and the hash.</returns>
    public static (byte[] Content, string Name) Of(CaseState state, IReadOnlyList<(byte[] Line, string Hash)> lines)
    {
        var bundle = new JsonObject
        {
            ["case"] = state.Id,
            ["version"] = state.Version,
            ["chain"] = lines[^1].Hash,
            ["appeal"] = Node(state.Appeal!),
            ["decisions"] = new JsonArray([.. state.Decisions.Select(Node)]),
            ["versions"] = new JsonArray([.. state.Versions.Select(Node)]),
            ["attachments"] = new JsonArray([.. state.Attachments.Select(Node)]),
            ["clocks"] = new JsonArray([.. state.Clocks.Select(Node)]),
            ["events"] = new JsonArray([.. lines.Select(line => JsonNode.Parse(line.Line))]),
        };
        var content = HttpJson.Bytes(bundle);
        return (content, $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}");
    }

    private static JsonNode? Node(object value) => JsonNode.Parse(CaseJson.Text(value));
}
