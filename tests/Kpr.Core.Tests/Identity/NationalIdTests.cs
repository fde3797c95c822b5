using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Kpr.Core.Identity;

namespace Kpr.Core.Tests.Identity;

public sealed class NationalIdTests
{
    private const string Digits = "17834200368";
    private static readonly NationalId Id = new(Digits);

    private sealed record Patient(NationalId Id, string Municipality);

    [Fact]
    public void Reveal_gives_the_number_as_sent()
    {
        Assert.Equal(Digits, Id.Reveal());
        Assert.Equal(" 1", new NationalId(" 1").Reveal());
        Assert.Equal("", default(NationalId).Reveal());
        Assert.True(default(NationalId).IsEmpty);
        Assert.True(Id.Analyse().IsValid());
    }

    [Fact]
    public void Text_never_shows_a_digit()
    {
        string[] texts =
        [
            Id.ToString(),
            $"{Id}",
            $"{Id,20}",
            string.Create(CultureInfo.InvariantCulture, $"{Id:X}"),
            string.Format(CultureInfo.InvariantCulture, "{0}", Id),
            string.Concat("id ", Id),
            Convert.ToString((object)Id, CultureInfo.InvariantCulture)!,
            new Patient(Id, "oslo").ToString(),
            (Id, Id).ToString(),
            new InvalidOperationException($"No such person: {Id}").ToString(),
        ];

        Assert.All(texts, text => Assert.DoesNotContain(text, char.IsDigit));
        Assert.All(texts, text => Assert.Contains(NationalId.Mask, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Log_never_shows_a_digit()
    {
        using var written = new StringWriter();
        using var listener = new TextWriterTraceListener(written);
        var source = new TraceSource("kpr", SourceLevels.All);
        source.Listeners.Clear();
        source.Listeners.Add(listener);

        source.TraceEvent(TraceEventType.Error, 0, "person {0}", Id);
        source.TraceData(TraceEventType.Error, 0, Id, new Patient(Id, "oslo"));
        source.Flush();

        Assert.DoesNotContain(Digits, written.ToString(), StringComparison.Ordinal);
        Assert.Contains(NationalId.Mask, written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_refuses_the_number_as_value_member_and_name()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(Id));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Patient(Id, "oslo")));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Dictionary<NationalId, int> { [Id] = 1 }));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<NationalId>("\"x\""));
    }

    [Fact]
    public void Nothing_public_but_Reveal_gives_the_number()
    {
        // What a logger that unfolds objects, or a debugger, would read.
        Assert.Empty(typeof(NationalId).GetFields(BindingFlags.Public | BindingFlags.Instance));
        Assert.All(
            typeof(NationalId).GetProperties(),
            property => Assert.DoesNotContain(Digits, $"{property.GetValue(Id)}", StringComparison.Ordinal));
        Assert.Equal(NationalId.Mask, typeof(NationalId).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
    }

    [Fact]
    public void Equality_is_that_of_the_numbers()
    {
        Assert.True(Id == new NationalId(string.Concat("178342", "00368")));
        Assert.Equal(Id.GetHashCode(), new NationalId(string.Concat("178342", "00368")).GetHashCode());
        Assert.True(Id != new NationalId("17834200369"));
        Assert.False(Id.Equals(new NationalId("1783420036")));
        Assert.False(Id.Equals((object)Digits));
        Assert.True(default == new NationalId(""));
    }
}
