using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.Xpr;

/// <summary>What must be remembered of a notification to judge it together with others (rules E02–E05, E13).</summary>
public static class XprFacts
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

    /// <summary>The notification's GUID as a number; zero when it has none.</summary>
    public static UInt128 IdOf(XprRecord record) => record.OwnId is { } id ? GuidKey.From(id) : UInt128.Zero;

    /// <summary>The notification's status as one letter; a question mark when it is none.</summary>
    public static char StatusOf(XprRecord record) => record.StatusNotifikasjon is [var letter] ? letter : '?';

    /// <summary>Notes the facts of a notification.</summary>
    public static void Note(XprRecord record, IFactSink facts)
    {
        var own = IdOf(record);
        var status = StatusOf(record);
        if (own != UInt128.Zero)
        {
            facts.Add(new Fact(FactKind.RecordId, own, Definition, record.Ordinal, record.Line, own, record.ContentHash(), status));
        }

        if (status is 'M' or 'C')
        {
            NoteReference(record, own, facts);
        }

        var previous = record.PreviousId is { } last ? GuidKey.From(last) : Unknown;
        facts.Add(new Fact(FactKind.Sequence, UInt128.Zero, Definition, record.Ordinal, record.Line, own, previous, Serial(record)));
    }

    /// <summary>Notes the facts of the person of a notification that is not rejected: only numbers that yield a person key can be compared (I18, I19).</summary>
    public static void NotePerson(XprRecord record, IFactSink facts)
    {
        if (record.WithoutPersonKey || !record.IdentityType.YieldsPersonKey() || !GuidKey.TryParse(record.PasientGuid, out var person))
        {
            return;
        }

        var hash = default(ContentHash);
        hash.Add((int)record.IdentityType);
        hash.Add(record.IdentityNumber);
        var own = IdOf(record);
        var status = StatusOf(record);
        facts.Add(new Fact(FactKind.Person, GuidKey.From(person), Definition, record.Ordinal, record.Line, own, hash.Value, status));
        facts.Add(new Fact(
            FactKind.PersonNumber, hash.Value, Definition, record.Ordinal, record.Line, own, ContentHash.Of128(record.LocalUserNumber), status));
    }

    private static ulong Serial(XprRecord record) =>
        record.NotifikasjonLopeNr is null ? SerialMissing
        : ulong.TryParse(record.NotifikasjonLopeNr, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, SerialMissing - 1)
            : NoSerial;

    private static void NoteReference(XprRecord record, UInt128 own, IFactSink facts)
    {
        var readable = GuidKey.TryParse(record.NotifikasjonRef, out var reference);
        var known = readable && reference != Guid.Empty;
        if (readable || string.IsNullOrEmpty(record.NotifikasjonRef))
        {
            facts.Add(new Fact(
                FactKind.RecordId, known ? GuidKey.From(reference) : UInt128.Zero, known ? Reference : MissingReference,
                record.Ordinal, record.Line, own, UInt128.Zero, 0));
        }
    }
}
