using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Tests.Cases;

/// <summary>Every field of every command, with what nobody means: too long, of the wrong kind, a script, the ends of the calendar and of numbers.</summary>
public sealed class EveryFieldTests
{
    private const string Script = "<script>alert('1')</script>\"><img src=x onerror=alert(2)>{{7*7}}";

    private static readonly (string Name, string Json, int? Number)[] Texts =
    [
        ("too long", JsonSerializer.Serialize(new string('å', CommandReading.LongestText + 1)), 322),
        ("a control character", "\"a\\u0000b\"", 322),
        ("half a character", "\"a\\ud800b\"", 322),
        ("an object", "{}", 321),
        ("a list", "[\"a\"]", 321),
        ("a script", JsonSerializer.Serialize(Script), null),
    ];

    [Fact]
    public void Every_text_of_every_command_is_refused_with_its_number_or_stays_what_was_typed()
    {
        var wrong = new List<string>();
        var fields = 0;
        foreach (var command in CommandCatalogue.All)
        {
            var sample = JsonSerializer.SerializeToNode(Samples.Of(command.Type), command.Type, CaseJson.Received)!;
            foreach (var path in Leaves(sample, ""))
            {
                fields++;
                foreach (var (name, json, number) in Texts)
                {
                    var refusal = Read(command.Name, Replaced(sample, path, json), out var read);
                    var asTyped = read is not null && JsonSerializer.Serialize(read, read.GetType(), CaseJson.Received).Contains(JsonSerializer.Serialize(Script, CaseJson.Received)[1..^1], StringComparison.Ordinal);
                    if (number is null ? refusal is { Number: not 321 } || (refusal is null && !asTyped) : refusal?.Number != number)
                    {
                        wrong.Add($"{command.Name}{path}, {name}: {refusal?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "read"}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(fields, 200, 10_000);
    }

    [Fact]
    public void A_name_of_a_member_that_is_half_a_character_is_refused()
    {
        using var json = JsonDocument.Parse("{\"\\ud800\":1}");
        Assert.Equal(322, CommandReading.Read("submit", json.RootElement, out _)!.Number);
    }

    [Theory]
    [InlineData("0001-01-01", int.MinValue, long.MinValue)]
    [InlineData("9999-12-31", int.MaxValue, long.MaxValue)]
    [InlineData("2026-09-01", 0, -1)]
    public void No_date_and_no_number_is_too_much_for_the_rules(string date, int number, long large)
    {
        var plays = new[]
        {
            new TestCase(), new TestCase().Draft(Applications.PersonLevel("kpr")), new TestCase().Intake(), new TestCase().Review(), new TestCase().Decided(),
            new TestCase().Ordered("kpr"), new TestCase().Ordered("kpr").Extracted("kpr-1"), new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1", "npr-1"),
            new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1", "npr-1").Do(Actors.Linker, new StartLinking()), new TestCase().Active(),
            new TestCase().Active().Do(Actors.Applicant, new FileAppeal("Feil.")).Do(Actors.Decider, new JudgeAdmissibility(true, "Ja."), new WarnDetriment("Kanskje.")),
        };
        Actor[] people =
        [
            Actors.Applicant, Actors.Coordinator, Actors.Handler, Actors.Decider, Actors.Kpr, Actors.Linker, Actors.Controller, Actors.Finance, Actors.KprFinance, Actors.AppealBody, Actors.System,
        ];
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        var taken = 0;
        foreach (var play in plays)
        {
            foreach (var command in CommandCatalogue.All)
            {
                foreach (var text in new[] { "kpr-1", "kpr", "Tekst", "" })
                {
                    var extreme = (CaseCommand)Of(command.Type, day, number, large, text);
                    foreach (var person in people)
                    {
                        var (state, events, refusal) = play.Process.Execute(play.State, extreme, person, play.Now);
                        Assert.True(refusal is null || events.Count == 0);
                        if (events.Count > 0)
                        {
                            // What was taken can be stored, read back and lived with.
                            taken++;
                            Assert.Equal(state.Version, CaseJson.Snapshot(CaseJson.Snapshot(state)).Version);
                            _ = play.Process.NextDue(state);
                            play.Process.Execute(state, new Kpr.Core.Cases.Timers.Advance(), Actors.System, play.Now.AddDays(1));
                        }
                    }
                }
            }
        }

        Assert.True(taken > 50, $"Only {taken} commands were carried out: nothing is shown.");
    }

    private static Refusal? Read(string name, string json, out CaseCommand? command)
    {
        using var document = JsonDocument.Parse(json);
        return CommandReading.Read(name, document.RootElement, out command);
    }

    // Paths of the texts, dates and words: $.a.b[0].c
    private static IEnumerable<string> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject members => members.Where(member => member.Value is not null).SelectMany(member => Leaves(member.Value!, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => Leaves(item!, $"{path}[{i}]")),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [path],
        _ => [],
    };

    private static string Replaced(JsonNode sample, string path, string json)
    {
        const string Mark = "@@@";
        var copy = sample.DeepClone();
        JsonNode at = copy;
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        foreach (var step in steps[..^1])
        {
            at = step[0] == '[' ? at[int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!;
        }

        if (steps[^1][0] == '[')
        {
            at[int.Parse(steps[^1][1..^1], System.Globalization.CultureInfo.InvariantCulture)] = Mark;
        }
        else
        {
            at[steps[^1]] = Mark;
        }

        return copy.ToJsonString().Replace($"\"{Mark}\"", json, StringComparison.Ordinal);
    }

    private static object Of(Type type, DateOnly day, int number, long large, string text)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner, day, number, large, text);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(0)!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GenericTypeArguments[0]))!;
            list.Add(Of(type.GenericTypeArguments[0], day, number, large, text));
            return list;
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => text,
            TypeCode.Int32 => number,
            TypeCode.Int64 => large,
            TypeCode.Boolean => true,
            _ when type == typeof(DateOnly) => day,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero),
            _ when type == typeof(Kpr.Core.Calendar.Term) => Samples.Of(type),
            _ => type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length) is var constructor
                ? constructor!.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, day, number, large, text))])
                : throw new NotSupportedException(type.Name),
        };
    }
}
