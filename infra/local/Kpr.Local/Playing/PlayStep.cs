using System.Text.Json;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Parties;

namespace Kpr.Local.Playing;

/// <summary>A step of a play: somebody gives a command, or time passes.</summary>
/// <param name="Line">Its line in the file, for messages.</param>
/// <param name="At">The moment it is to happen.</param>
/// <param name="Case">Name of the case within the play.</param>
/// <param name="As">Who does it; null where time only passes.</param>
/// <param name="Do">Name of the command; null where time only passes.</param>
/// <param name="With">Members of the command; undefined where it has none.</param>
/// <param name="Expect">What it must lead to; null where it only must not be refused.</param>
internal sealed record PlayStep(int Line, DateTimeOffset At, string Case, Actor? As, string? Do, JsonElement With, Expectation? Expect)
{
    /// <summary>The same step with another value of a member of its command: what the play could only suppose.</summary>
    public PlayStep Telling(string member, JsonNode value)
    {
        var told = With.ValueKind == JsonValueKind.Object ? JsonObject.Create(With)! : [];
        told[member] = value;
        return this with { With = JsonSerializer.SerializeToElement(told) };
    }
}
