using System.Globalization;
using System.Text.Json;
using Kpr.Core.Cases;

namespace Kpr.Local.Playing;

/// <summary>What a step must lead to: a phase of the case, or the number of a refusal.</summary>
/// <param name="Phase">The phase; null where a refusal is expected.</param>
/// <param name="Refusal">The refusal's number; null where a phase is expected.</param>
internal sealed record Expectation(Phase? Phase, int? Refusal)
{
    /// <summary>Reads one: <c>in-review</c>, or <c>501</c>.</summary>
    /// <returns>The expectation; null when the text is neither.</returns>
    public static Expectation? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Expectation(null, number)
        : Enum.GetValues<Phase>().Where(phase => Name(phase) == text).Select(phase => new Expectation(phase, null)).FirstOrDefault();

    /// <summary>Name of a phase as files and the HTTP interface have it.</summary>
    public static string Name(Phase phase) => JsonNamingPolicy.KebabCaseLower.ConvertName(phase.ToString());

    /// <summary>What stands in the way; null when it is met.</summary>
    public string? Unmet(StageAnswer answer) => (Phase, Refusal, answer.Refusal) switch
    {
        (_, { } number, { } refusal) when refusal.Number == number => null,
        (_, { } number, { } refusal) => $"ventet avvisning {number}, fikk {refusal}",
        (_, { } number, null) => $"ventet avvisning {number}, men kommandoen ble utført ({Name(answer.Phase)})",
        ({ } phase, _, { } refusal) => $"ventet {Name(phase)}, fikk {refusal}",
        ({ } phase, _, null) when answer.Phase != phase => $"ventet {Name(phase)}, saken er {Name(answer.Phase)}",
        _ => null,
    };
}
