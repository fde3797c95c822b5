using System.Text.Json.Nodes;
using Kpr.Core.Cases.Parties;

namespace Kpr.Local.Demo;

/// <summary>What the application of a case asks of KPR, as the register's staff read it before they order anything.</summary>
/// <param name="From">First day of the period, <c>yyyy-MM-dd</c>.</param>
/// <param name="To">Last day of the period, <c>yyyy-MM-dd</c>.</param>
/// <param name="Variables">The variables: dataset, name, and the coarser form that would do; null for none.</param>
internal sealed record AskedVariables(string From, string To, IReadOnlyList<(string Dataset, string Name, string? Form)> Variables)
{
    /// <summary>Reads a case.</summary>
    /// <param name="http">The system.</param>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="staff">Who reads it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<AskedVariables> ReadAsync(DemoHttp http, string caseId, Actor staff, CancellationToken cancellation)
    {
        var seen = await http.SendAsync(HttpMethod.Get, $"api/cases/{caseId}", staff, null, cancellation);
        var source = seen["content"]!["sources"]!["sources"]!.AsArray().Single(source => (string?)source!["register"] == "kpr")!;
        return new AskedVariables((string)source["from"]!, (string)source["to"]!, [.. source["variables"]!.AsArray().Select(variable => Variable(variable!))]);
    }

    private static (string Dataset, string Name, string? Form) Variable(JsonNode variable)
    {
        var parts = ((string)variable["id"]!).Split('.', 2);
        return (parts[0], parts[1], (string?)variable["coarserForm"]);
    }
}
