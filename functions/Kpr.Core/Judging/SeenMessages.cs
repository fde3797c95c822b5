namespace Kpr.Core.Judging;

/// <summary>
/// Which messages have come before. <c>kpr check</c> remembers the files of one call in memory; the register keeps the
/// same keys in a table and asks <see cref="Decide"/>.
/// </summary>
public sealed class SeenMessages
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    /// <summary>
    /// The decision of rule F08. Bytes go before id, so that a file that was rejected for its id gets its own first
    /// receipt when it is sent again.
    /// </summary>
    /// <param name="bytesSeen">Whether <see cref="MessageIdentity.BytesKey"/> is known.</param>
    /// <param name="idSeen">Whether <see cref="MessageIdentity.IdKey"/> is known; false when there is none.</param>
    public static Replay Decide(bool bytesSeen, bool idSeen) =>
        bytesSeen ? Replay.SameAsFirst : idSeen ? Replay.OtherContent : Replay.New;

    /// <summary>Looks a file up and remembers it.</summary>
    public Replay Note(in MessageIdentity file)
    {
        var bytesSeen = !_keys.Add(file.BytesKey);
        var idSeen = file.IdKey is { } id && !_keys.Add(id);
        return Decide(bytesSeen, idSeen);
    }
}
