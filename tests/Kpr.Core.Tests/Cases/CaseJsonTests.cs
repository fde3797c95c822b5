using System.Text;
using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Notices;

namespace Kpr.Core.Tests.Cases;

public sealed class CaseJsonTests
{
    public static TheoryData<string> Events => [.. EventCatalogue.All.Select(kind => kind.Name)];

    public static TheoryData<string> Commands => [.. CommandCatalogue.All.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_comes_back_as_it_was_stored(string name)
    {
        var kind = EventCatalogue.Named(name, 1);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", name);
        var line = Write(Samples.Of(kind.Type));

        Assert.Equal(line, Write(Read(kind.Type, line)));
        using var json = JsonDocument.Parse(line);
        Assert.Equal(["sequence", "at", "by", "event", "version", "data"], json.RootElement.EnumerateObject().Select(member => member.Name));
        foreach (var parameter in kind.Type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters())
        {
            Assert.True(json.RootElement.GetProperty("data").TryGetProperty(JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), out _), parameter.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_is_read_from_json_under_its_name(string name)
    {
        var sample = Samples.Of(CommandCatalogue.Find(name)!.Type);
        using var json = JsonDocument.Parse(CaseJson.Text(sample));

        Assert.Null(CommandReading.Read(name, json.RootElement, out var command));
        Assert.Equal(CaseJson.Text(sample), CaseJson.Text(command!));
    }

    [Theory]
    [InlineData("submit", "{\"extra\":1}", 321)]
    [InlineData("no-such", "{}", 320)]
    [InlineData("ask-applicant", "{}", 321)]
    [InlineData("ask-applicant", "{\"items\":null}", 321)]
    [InlineData("ask-applicant", "{\"items\":[{\"field\":\"a\",\"text\":7}]}", 321)]
    [InlineData("start", "{\"kind\":\"unknown\"}", 321)]
    [InlineData("start", "{\"kind\":1}", 321)]
    [InlineData("appeal", "[]", 321)]
    [InlineData("appeal", "{\"grounds\":\"a\\u0000b\"}", 322)]
    public void What_is_malformed_is_refused_before_anything_is_decided(string name, string with, int number)
    {
        using var json = JsonDocument.Parse(with);

        Assert.Equal(number, CommandReading.Read(name, json.RootElement, out var command)!.Number);
        Assert.Null(command);
    }

    [Fact]
    public void Texts_and_lists_beyond_all_sense_are_refused()
    {
        using var text = JsonDocument.Parse(JsonSerializer.Serialize(new { grounds = new string('x', CommandReading.LongestText + 1) }));
        Assert.Equal(["$.grounds"], CommandReading.Read("appeal", text.RootElement, out _)!.About);
        using var list = JsonDocument.Parse(JsonSerializer.Serialize(new { items = new string[CommandReading.LongestList + 1] }));
        Assert.Equal(322, CommandReading.Read("resolve-deficiencies", list.RootElement, out _)!.Number);
    }

    [Fact]
    public void A_command_without_members_needs_no_body()
    {
        Assert.Null(CommandReading.Read("submit", default, out var command));
        Assert.IsType<Submit>(command);
    }

    [Theory]
    [InlineData("submitted", 2, "has version 2; this version of KPR knows 1")]
    [InlineData("teleported", 1, "is not known")]
    public void An_event_of_a_newer_version_is_a_clear_error(string name, int version, string message)
    {
        var line = Encoding.UTF8.GetBytes($$$"""{"sequence":1,"at":"2026-09-01T10:00:00Z","by":{"role":"system","subject":"x"},"event":"{{{name}}}","version":{{{version}}},"data":{}}""");

        Assert.Contains(message, Assert.Throws<UnknownEventException>(() => EventLine.Read<CaseEvent>(line)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"sequence\":1,\"at\":\"2026-09-01T10:00:00Z\",\"by\":{\"role\":\"system\",\"subject\":\"x\"},\"event\":\"bill-locked\",\"version\":1,\"data\":{}}")]
    public void What_is_no_event_of_the_stream_is_an_error(string line) =>
        Assert.Throws<JsonException>(() => EventLine.Read<CaseEvent>(Encoding.UTF8.GetBytes(line)));

    [Fact]
    public void A_whole_case_comes_back_from_its_lines_and_from_its_snapshot()
    {
        var play = new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1");
        var lines = play.Events.Select(recorded => EventLine.Write(recorded)).ToList();

        var folded = CaseState.Fold(play.State.Id, lines.Select(line => EventLine.Read<CaseEvent>(line)));
        var snapshot = CaseJson.Snapshot(play.State);
        Assert.Equal(snapshot, CaseJson.Snapshot(folded));
        Assert.Equal(snapshot, CaseJson.Snapshot(CaseJson.Snapshot(snapshot)));
        Assert.Equal(play.Events.Count, folded.Version);
        Assert.Null(play.Process.Handle(CaseJson.Snapshot(snapshot), new Kpr.Core.Cases.Orders.AcceptOrder("npr-1"), Actors.Npr, play.Now).Refusal);
    }

    [Fact]
    public void The_chain_holds_and_any_change_breaks_it_at_its_place()
    {
        var previous = EventChain.Start;
        var stored = new List<(ReadOnlyMemory<byte> Line, string Hash)>();
        foreach (var line in new TestCase().Intake().Events.Select(recorded => EventLine.Write(recorded)))
        {
            previous = EventChain.Next(previous, line);
            stored.Add((line, previous));
        }

        Assert.Null(EventChain.FindBreak(stored));
        Assert.Equal(3, EventChain.FindBreak(stored.Where((_, i) => i != 2)));
        var changed = stored[4].Line.ToArray();
        changed[^3] ^= 1;
        stored[4] = (changed, stored[4].Hash);
        Assert.Equal(5, EventChain.FindBreak(stored));
    }

    [Fact]
    public void A_missing_or_doubled_event_stops_the_fold()
    {
        var play = new TestCase().Intake();

        Assert.Throws<InvalidOperationException>(() => CaseState.Fold("x", play.Events.Skip(1)));
        Assert.Throws<InvalidOperationException>(() => CaseState.Fold("x", play.Events.Prepend(play.Events[0])));
    }

    private static byte[] Write(object happened) => happened switch
    {
        CaseEvent ofCase => EventLine.Write(new Recorded<CaseEvent>(3, When, Actors.Handler, ofCase)),
        BillEvent ofBill => EventLine.Write(new Recorded<BillEvent>(3, When, Actors.Handler, ofBill)),
        _ => EventLine.Write(new Recorded<NoticeEvent>(3, When, Actors.Handler, (NoticeEvent)happened)),
    };

    private static DateTimeOffset When => new(2026, 9, 1, 10, 0, 0, 123, TimeSpan.Zero);

    private static object Read(Type type, byte[] line) =>
        type.IsSubclassOf(typeof(CaseEvent)) ? EventLine.Read<CaseEvent>(line).Event
        : type.IsSubclassOf(typeof(BillEvent)) ? EventLine.Read<BillEvent>(line).Event
        : EventLine.Read<NoticeEvent>(line).Event;
}
