using Kpr.Core.Register;

namespace Kpr.Core.Formats;

/// <summary>A message as a whole: what stands around its records, and what was counted while reading them.</summary>
public abstract class MessageEnvelope
{
    private readonly List<Fault> _faults = [];

    /// <summary>0-based position in the file.</summary>
    public required int Index { get; init; }

    /// <summary>1-based line of the message's start tag or opening brace.</summary>
    public required long Line { get; init; }

    /// <summary>Ordinal of the message's first record.</summary>
    public required long FirstOrdinal { get; init; }

    /// <summary>Number of records read.</summary>
    public long Records { get; set; }

    /// <summary>The message's own id: XPR lokalident, MsgHead MsgId; null when the format has none.</summary>
    public string? MessageId { get; set; }

    /// <summary>The version that the message states; null when it states none.</summary>
    public string? FormatVersion { get; set; }

    /// <summary>What is wrong with the message's type or what it carries (F04): field and Norwegian text; null when nothing is.</summary>
    public virtual (string Field, string Message)? TypeFault => null;

    /// <summary>The sender that the message itself states: a municipality or organisation number; null when the format has none (F07).</summary>
    public virtual string? StatedSender => null;

    /// <summary>Name of the sender's field in the format.</summary>
    public virtual string SenderField => "avsender";

    /// <summary>The receiving system's code for an unknown sender; null when the format has none.</summary>
    public virtual string? UnknownSenderCode => null;

    /// <summary>The communication addresses (HER-id) of the recipients named; none where the format names none (F26).</summary>
    public virtual IReadOnlyList<string> RecipientHerIds => [];

    /// <summary>
    /// The message as a delivery that supersedes others or may be superseded, as if it were accepted; null where there is
    /// no such thing, and where the message does not tell it.
    /// </summary>
    public virtual Edition? Edition => null;

    /// <summary>What an application receipt repeats of the message; null where the format has none, or the message does not tell it.</summary>
    public virtual MessageOrigin? Origin => null;

    /// <summary>The totals that the message states of its records (F17).</summary>
    public virtual IEnumerable<ControlTotal> ControlTotals => [];

    /// <summary>The faults of form that the reader met outside records.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Notes a fault of form.</summary>
    public void AddFault(Fault fault) => _faults.Add(fault);
}
