using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>
/// F08: the id of a message stands for one content. The same bytes again are no fault: they are answered with the
/// first receipt (<see cref="Judging.SeenMessages"/>).
/// </summary>
public sealed class F08NotSeenBefore() : Rule("F08", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Meldingens id skal ikke være brukt før av samme avsender med annet innhold.";

    /// <inheritdoc/>
    public override string English =>
        "Message id not seen before from the sender. The same id with the same bytes is answered with the first receipt; with other bytes the file is rejected.";

    /// <inheritdoc/>
    public override string Advice => "Gi meldingen en ny id (lokalident eller MsgId), og send den på nytt.";

    /// <inheritdoc/>
    public override string Source => "Dokumentasjonen av behandlerkrav-API-et (DUPLIKAT_KRAV); alvorligheten er eget valg";

    /// <summary>The id is that of an earlier file with other bytes.</summary>
    public Fault OtherContent() =>
        new(this, Severity.RejectFile, null, null, "Meldingens id er brukt før, i en fil med annet innhold.");
}
