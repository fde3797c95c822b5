using System.Globalization;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>What must be remembered of a care event to judge it together with others (rules E02–E05, E09, E12, E13).</summary>
public static class CareEventFacts
{
    /// <summary>Role of a fact that is the notification itself. Content: hash of its values. Extra: its status.</summary>
    public const byte Definition = 0;

    /// <summary>Role of a fact that refers to a notification; its key is the one referred to.</summary>
    public const byte Reference = 1;

    /// <summary>Role of a fact that should refer to a notification and does not.</summary>
    public const byte MissingReference = 2;

    /// <summary>Previous GUID of a notification that states none or a malformed one, which F02 has told.</summary>
    public static readonly UInt128 Unknown = UInt128.MaxValue;

    /// <summary>Serial number of a notification whose number is not one.</summary>
    public const ulong NoSerial = ulong.MaxValue;

    /// <summary>Serial number of a notification that states none, which F02 has told.</summary>
    public const ulong SerialMissing = ulong.MaxValue - 1;

    /// <summary>Notes the facts of an event.</summary>
    /// <param name="care">The event.</param>
    /// <param name="rejected">Whether the event is rejected already: it then has no part in the service's history.</param>
    /// <param name="facts">Takes the facts.</param>
    public static void Note(CareEvent care, bool rejected, IFactSink facts)
    {
        var own = care.OwnId is { } id ? GuidKey.From(id) : UInt128.Zero;
        var status = care.StatusNotifikasjon is [var letter] ? letter : '?';
        if (own != UInt128.Zero)
        {
            facts.Add(new Fact(FactKind.RecordId, own, Definition, care.Ordinal, care.Line, own, care.ContentHash(), status));
        }

        if (status is 'M' or 'C')
        {
            NoteReference(care, own, facts);
        }

        var previous = care.PreviousId is { } last ? GuidKey.From(last) : Unknown;
        facts.Add(new Fact(FactKind.Sequence, UInt128.Zero, Definition, care.Ordinal, care.Line, own, previous, Serial(care)));
        if (!rejected && !string.IsNullOrEmpty(care.TjenesteId))
        {
            facts.Add(ServiceFact.Of(care, status, own));
        }
    }

    private static ulong Serial(CareEvent care) =>
        care.NotifikasjonLopeNr is null ? SerialMissing
        : ulong.TryParse(care.NotifikasjonLopeNr, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, SerialMissing - 1)
            : NoSerial;

    private static void NoteReference(CareEvent care, UInt128 own, IFactSink facts)
    {
        var readable = GuidKey.TryParse(care.NotifikasjonRef, out var reference);
        var known = readable && reference != Guid.Empty;
        if (readable || string.IsNullOrEmpty(care.NotifikasjonRef))
        {
            facts.Add(new Fact(
                FactKind.RecordId, known ? GuidKey.From(reference) : UInt128.Zero, known ? Reference : MissingReference,
                care.Ordinal, care.Line, own, UInt128.Zero, 0));
        }
    }
}
