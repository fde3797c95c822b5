using System.Globalization;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.CareReport;

/// <summary>
/// What the layout demands of a record's values, beyond names and nesting. A fault has its own rule where there is one
/// (A02, A21, A24, I01, I02), else F02 rejects the record; of a code that may be left out, F02 warns and it is blanked.
/// </summary>
internal static class CareReportStructure
{
    private const int LongestKey = 100;
    private const string OtherIdentity = "9";

    public static void Check(ReportedPerson person)
    {
        CheckKeys(person);
        if (person.Fodselsdato is not null && person.TypeId != OtherIdentity)
        {
            person.AddFault(The<F02Structure>.Rule, "fodselsdato", "fodselsdato er tillatt bare når typeID er 9.", Severity.RejectRecord);
        }

        person.BirthDate = Day(person, "fodselsdato", person.Fodselsdato, person.Line);
    }

    /// <summary>Judges GUID and local number, which all records have.</summary>
    public static void CheckKeys(CareReportRecord record)
    {
        if (XprStructure.Required(record, "pasientGUID", record.PasientGuid, record.Line)
            && XprStructure.Guid(record, "pasientGUID", record.PasientGuid!, record.Line) is { } own)
        {
            if (own == Guid.Empty)
            {
                record.AddFault(The<F02Structure>.Rule, "pasientGUID", "pasientGUID er den tomme GUID-en.", Severity.RejectRecord);
            }
            else
            {
                record.PersonId = own;
            }
        }

        XprStructure.Key(record, "brukerNr", record.BrukerNr, record.Line);
    }

    /// <summary>Reads a date that may be left out.</summary>
    public static DateOnly? Day(FeedRecord record, string field, string? value, long line)
    {
        if (value is null)
        {
            return null;
        }

        if (XsdTypes.TryDate(value, out var day))
        {
            return day;
        }

        XprStructure.WrongType(record, field, "en dato (åååå-MM-dd)", line);
        return null;
    }

    /// <summary>Reads a required date.</summary>
    public static DateOnly? RequiredDay(FeedRecord record, string field, string? value, long line) =>
        XprStructure.Required(record, field, value, line) ? Day(record, field, value, line) : null;

    /// <summary>Judges a local key that may be left out.</summary>
    public static void OptionalKey(FeedRecord record, string field, string? value, long line)
    {
        if (value is { Length: 0 or > LongestKey })
        {
            XprStructure.WrongType(record, field, $"på 1–{LongestKey} tegn", line);
        }
    }

    /// <summary>Reads hours: digits with at most two decimals.</summary>
    public static decimal? Hours(FeedRecord record, string? value, long line)
    {
        const int MostDecimals = 2;
        if (value is null)
        {
            return null;
        }

        if (decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours.Scale <= MostDecimals)
        {
            return hours;
        }

        XprStructure.WrongType(record, "timerPerUke", "et tall med høyst to desimaler", line);
        return null;
    }

    /// <summary>Notes a value that is not stored.</summary>
    public static void Warn(FeedRecord record, string field, string message, long line) =>
        record.AddFault(The<F02Structure>.Rule, field, message, Severity.Warning, line);
}
