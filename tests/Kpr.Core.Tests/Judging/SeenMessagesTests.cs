using Kpr.Core.Judging;

namespace Kpr.Core.Tests.Judging;

public sealed class SeenMessagesTests
{
    private readonly SeenMessages _seen = new();

    [Fact]
    public void The_same_bytes_again_are_the_first_message()
    {
        Assert.Equal(Replay.New, Note("id", "bytes"));
        Assert.Equal(Replay.SameAsFirst, Note("id", "bytes"));
    }

    [Fact]
    public void The_same_id_with_other_bytes_is_a_fault_each_time_but_for_those_bytes_again()
    {
        Assert.Equal(Replay.New, Note("id", "one"));
        Assert.Equal(Replay.OtherContent, Note("id", "two"));
        Assert.Equal(Replay.SameAsFirst, Note("id", "two"));
        Assert.Equal(Replay.OtherContent, Note("id", "three"));
    }

    [Fact]
    public void Without_an_id_the_bytes_are_all_there_is()
    {
        Assert.Equal(Replay.New, Note(null, "one"));
        Assert.Equal(Replay.New, Note(null, "two"));
        Assert.Equal(Replay.SameAsFirst, Note(null, "one"));
    }

    [Fact]
    public void Another_feed_or_sender_is_another_message()
    {
        Assert.Equal(Replay.New, _seen.Note(new MessageIdentity("claims", "1", "id", "one")));
        Assert.Equal(Replay.New, _seen.Note(new MessageIdentity("claims", "2", "id", "one")));
        Assert.Equal(Replay.New, _seen.Note(new MessageIdentity("care-events", "1", "id", "one")));
    }

    [Fact]
    public void An_id_that_imitates_a_key_of_bytes_is_still_an_id()
    {
        Assert.Equal(Replay.New, Note("bytes/two", "one"));
        Assert.Equal(Replay.New, Note(null, "two"));
    }

    [Fact]
    public void A_remembered_id_tells_nothing_without_the_secret_and_is_the_same_with_it()
    {
        byte[] secret = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];
        var key = MessageKey.Of(secret, "17834200368-1");

        Assert.Equal(key, MessageKey.Of(secret, "17834200368-1"));
        Assert.NotEqual(key, MessageKey.Of(secret, "17834200368-2"));
        Assert.NotEqual(key, MessageKey.Of(new byte[32], "17834200368-1"));
        Assert.DoesNotContain("17834200368", new MessageIdentity("claims", "1", "17834200368", "sum").ToString(), StringComparison.Ordinal);
    }

    private Replay Note(string? id, string sha256) => _seen.Note(new MessageIdentity("claims", "1", id, sha256));
}
