using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kpr.Core.Cases.Content;

/// <summary>What changed between two contents.</summary>
public static class ContentDiff
{
    /// <summary>The changes, by path: <c>sources.sources[0].variables[3].reason</c>.</summary>
    public static IReadOnlyList<ContentChange> Between(ApplicationContent before, ApplicationContent after)
    {
        var changes = new List<ContentChange>();
        Compare(string.Empty, Node(before), Node(after), changes);
        return changes;
    }

    /// <summary>The sections of a change that differ from what is there; a section left out is no difference.</summary>
    public static ApplicationContent OnlyChanged(ApplicationContent before, ApplicationContent change) => new(
        Changed(before.Project, change.Project), Changed(before.Parties, change.Parties), Changed(before.People, change.People),
        Changed(before.Purpose, change.Purpose), Changed(before.Sources, change.Sources), Changed(before.Linkage, change.Linkage),
        Changed(before.Legal, change.Legal), Changed(before.Security, change.Security), Changed(before.Delivery, change.Delivery),
        Changed(before.Invoice, change.Invoice));

    // Lists inside records are not compared by their items, so sections are compared as they are written.
    private static T? Changed<T>(T? before, T? after)
        where T : class => after is null || after.Equals(before) || CaseJson.Text(after) == (before is null ? null : CaseJson.Text(before)) ? null : after;

    private static JsonNode? Node(ApplicationContent content) => JsonNode.Parse(CaseJson.Text(content));

    private static void Compare(string path, JsonNode? before, JsonNode? after, List<ContentChange> changes)
    {
        switch (before, after)
        {
            case (JsonObject old, JsonObject now):
                foreach (var name in old.Select(member => member.Key).Union(now.Select(member => member.Key)))
                {
                    Compare(path.Length == 0 ? name : $"{path}.{name}", old[name], now[name], changes);
                }

                break;
            case (JsonArray old, JsonArray now):
                for (var i = 0; i < Math.Max(old.Count, now.Count); i++)
                {
                    Compare($"{path}[{i}]", i < old.Count ? old[i] : null, i < now.Count ? now[i] : null, changes);
                }

                break;
            default:
                if (!JsonNode.DeepEquals(before, after))
                {
                    changes.Add(new ContentChange(path, Text(before), Text(after)));
                }

                break;
        }
    }

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
