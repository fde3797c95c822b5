using System.Globalization;
using Kpr.Core.Calendar;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kpr.Local.Playing;

/// <summary>
/// Reads a play: <c>start</c> (date) and <c>steps</c> of <c>at</c>, <c>as</c>, <c>case</c>, <c>do</c>, <c>with</c> and <c>expect</c>. A day without a
/// time is noon in Norway; a step without <c>at</c> follows at once on the one before.
/// </summary>
internal static class PlayFile
{
    private const string OnlyCase = "A";
    private static readonly string[] Members = ["start", "steps"];
    private static readonly string[] StepMembers = ["at", "as", "case", "do", "with", "expect"];

    /// <summary>Reads a play.</summary>
    /// <exception cref="PlayFileException">It is none.</exception>
    public static CasePlay Read(TextReader text)
    {
        var play = Root(text);
        Only(play, Members);
        var start = Find(play, "start") is YamlScalarNode { Value: { } day } node
            ? Moment(node, day, new TimeOnly(8, 0))
            : throw Fault(play, "start mangler: dagen stykket begynner (åååå-mm-dd).");
        if (Find(play, "steps") is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            throw Fault(play, "steps mangler.");
        }

        var steps = new List<PlayStep>();
        foreach (var item in list)
        {
            steps.Add(Step(item as YamlMappingNode ?? throw Fault(item, "et steg er et sett av navn og verdier."), steps.Count == 0 ? null : steps[^1], start));
        }

        return new CasePlay(start, steps);
    }

    private static PlayStep Step(YamlMappingNode step, PlayStep? before, DateTimeOffset start)
    {
        Only(step, StepMembers);
        var earliest = before?.At ?? start;
        var at = Find(step, "at") is { } when ? Moment(when, Text(when), new TimeOnly(12, 0)) : earliest;
        if (at < earliest)
        {
            throw Fault(step, $"{at:yyyy-MM-dd HH:mm} er før det forrige: tiden går bare framover.");
        }

        var command = Find(step, "do") is { } named ? Text(named) : null;
        return new PlayStep(
            (int)step.Start.Line, at, Find(step, "case") is { } name ? Text(name) : before?.Case ?? OnlyCase, As(step, command), command,
            Find(step, "with") is { } with ? YamlJson.Of(with) : default,
            Find(step, "expect") is { } expect ? Expectation.Read(Text(expect)) ?? throw Fault(expect, $"'{Text(expect)}' er verken en tilstand eller nummeret på en avvisning.") : null);
    }

    private static Actor? As(YamlMappingNode step, string? command)
    {
        if (Find(step, "as") is { } party)
        {
            return PlayParties.Read(Text(party)) ?? throw Fault(party, $"ukjent rolle '{Text(party)}'. Kjente: {string.Join(", ", PlayParties.Names)}.");
        }

        return command is null ? null : throw Fault(step, "as mangler: hvem gjør det?");
    }

    private static DateTimeOffset Moment(YamlNode node, string text, TimeOnly usual)
    {
        DateTimeOffset moment;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            moment = NorwegianTime.FromLocal(day.ToDateTime(usual));
        }
        else if (DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            moment = NorwegianTime.FromLocal(local);
        }
        else
        {
            throw Fault(node, $"'{text}' er ikke en dag (åååå-mm-dd) eller et tidspunkt (åååå-mm-ddTtt:mm).");
        }

        // Deadlines reach years beyond the day, and holidays are known for a time only.
        return moment.Year is >= Holidays.FirstYear + 1 and <= Holidays.LastYear - 30 ? moment : throw Fault(node, $"{text} er utenfor årene som kalenderen dekker.");
    }

    private static YamlMappingNode Root(TextReader text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(text);
            return stream.Documents is [{ RootNode: YamlMappingNode root }] ? root : throw new PlayFileException(1, "filen skal ha start og steps.");
        }
        catch (YamlException e)
        {
            throw new PlayFileException((int)e.Start.Line, $"ikke YAML: {e.Message}");
        }
    }

    private static void Only(YamlMappingNode node, string[] known)
    {
        foreach (var (key, _) in node)
        {
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name))
            {
                throw Fault(key, $"ukjent navn '{key}'. Kjente: {string.Join(", ", known)}.");
            }
        }
    }

    private static YamlNode? Find(YamlMappingNode node, string name) => node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;

    private static string Text(YamlNode node) => node is YamlScalarNode { Value: { } value } ? value : throw Fault(node, "her skal det stå én verdi.");

    private static PlayFileException Fault(YamlNode node, string message) => new((int)node.Start.Line, message);
}
