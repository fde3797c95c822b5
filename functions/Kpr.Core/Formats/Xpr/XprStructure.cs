using Kpr.Core.Catalogue;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Core.Rules.Xpr;

namespace Kpr.Core.Formats.Xpr;

/// <summary>
/// What the schema demands of a notification's values, beyond names and nesting. A fault has its own rule
/// where there is one (E02, E10, I01, I02), else F02 rejects the record.
/// </summary>
internal static class XprStructure
{
    private const int LongestKey = 100;

    /// <summary>Judges the attributes of a notification.</summary>
    public static void CheckNotification(XprRecord record)
    {
        if (string.IsNullOrEmpty(record.NotifikasjonGuid))
        {
            record.AddFault(The<E02UniqueNotification>.Rule, "notifikasjonGUID", F02Structure.Missing("notifikasjonGUID"));
        }
        else if (Guid(record, "notifikasjonGUID", record.NotifikasjonGuid, record.Line) is { } own)
        {
            if (own == System.Guid.Empty)
            {
                record.AddFault(The<E02UniqueNotification>.Rule, "notifikasjonGUID", "notifikasjonGUID er den tomme GUID-en.");
            }
            else
            {
                record.OwnId = own;
            }
        }

        Required(record, "statusNotifikasjon", record.StatusNotifikasjon, record.Line);
        Required(record, "notifikasjonLopeNr", record.NotifikasjonLopeNr, record.Line);
        if (Required(record, "notifikasjonForrigeGUID", record.NotifikasjonForrigeGuid, record.Line))
        {
            record.PreviousId = Guid(record, "notifikasjonForrigeGUID", record.NotifikasjonForrigeGuid!, record.Line);
        }

        if (Time(record, "notifikasjonTid", record.NotifikasjonTid, record.Line, out var time, out _))
        {
            record.NotifiedOn = DateOnly.FromDateTime(time);
        }

        if (record.NotifikasjonRef is { } reference)
        {
            Guid(record, "notifikasjonRef", reference, record.Line);
        }
    }

    /// <summary>Judges the attributes of the person that all modules have.</summary>
    /// <param name="record">The record.</param>
    /// <param name="element">Name of the person's element.</param>
    /// <returns>False when the event has no person.</returns>
    public static bool CheckPerson(XprRecord record, string element)
    {
        if (!record.HasPersonElement)
        {
            record.AddFault(The<F02Structure>.Rule, element, F02Structure.Missing(element), Severity.RejectRecord, record.EventLine);
            return false;
        }

        if (Required(record, "pasientGUID", record.PasientGuid, record.PersonLine))
        {
            Guid(record, "pasientGUID", record.PasientGuid!, record.PersonLine);
        }

        Key(record, record.LocalUserNumberField, record.LocalUserNumber, record.PersonLine);
        return true;
    }

    /// <summary>Judges a local key of at most 100 characters.</summary>
    public static void Key(FeedRecord record, string field, string? value, long line)
    {
        if (NotEmpty(record, field, value, line) && value!.Length > LongestKey)
        {
            WrongType(record, field, $"på høyst {LongestKey} tegn", line);
        }
    }

    /// <summary>Whether an attribute is there.</summary>
    public static bool Required(FeedRecord record, string field, string? value, long line)
    {
        if (value is null)
        {
            record.AddFault(The<F02Structure>.Rule, field, F02Structure.Missing(field), Severity.RejectRecord, line);
        }

        return value is not null;
    }

    /// <summary>Whether an attribute is there and not empty: a key that is empty ties nothing together, though the schema would allow it.</summary>
    public static bool NotEmpty(FeedRecord record, string field, string? value, long line) =>
        Required(record, field, string.IsNullOrEmpty(value) ? null : value, line);

    /// <summary>Reads a GUID; null when it is none.</summary>
    public static Guid? Guid(FeedRecord record, string field, string value, long line)
    {
        if (GuidKey.TryParse(value, out var guid))
        {
            return guid;
        }

        WrongType(record, field, "en GUID", line);
        return null;
    }

    /// <summary>Reads a required date and time.</summary>
    public static bool Time(FeedRecord record, string field, string? value, long line, out DateTime time, out TimeSpan? offset)
    {
        (time, offset) = (default, null);
        if (!Required(record, field, value, line))
        {
            return false;
        }

        if (XsdTypes.TryDateTime(value, out time, out offset))
        {
            return true;
        }

        WrongType(record, field, "dato og klokkeslett (åååå-MM-ddTtt:mm:ss)", line);
        return false;
    }

    /// <summary>Reads a required date and time as an instant; without zone it is Norwegian time. Null when it is none.</summary>
    public static DateTimeOffset? Instant(FeedRecord record, string field, string? value, long line) =>
        !Time(record, field, value, line, out var time, out var offset) ? null
        : offset is { } zone ? new DateTimeOffset(time, zone)
        : NorwegianTime.FromLocal(time);

    /// <summary>Notes a value that is not of its type.</summary>
    public static void WrongType(FeedRecord record, string field, string type, long line) =>
        record.AddFault(The<F02Structure>.Rule, field, F02Structure.WrongType(field, type), Severity.RejectRecord, line);
}
