using System.Globalization;
using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I08: with type 9 the value is a birth date ddmmyy.</summary>
public sealed class I08BirthDateOnly() : RecordRule<PersonRecord>("I08", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Type 9: verdien skal være fødselsdato ddmmåå.";

    /// <inheritdoc/>
    public override string English => "Type 9: the value is a birth date ddmmyy.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi fødselsdato med seks siffer, ddmmåå.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override int Order => 62;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType == IdentityType.Other && !string.IsNullOrEmpty(record.IdentityNumber) && !IsBirthDate(record.IdentityNumber))
        {
            verdict.Report(this, record.IdentityNumberField, "Verdien er ikke en fødselsdato ddmmåå.");
        }
    }

    private static bool IsBirthDate(string value)
    {
        const int LeapCentury = 2000;
        return value.Length == 6 && value.All(char.IsAsciiDigit)
            && int.Parse(value.AsSpan(2, 2), CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month
            && int.Parse(value.AsSpan(0, 2), CultureInfo.InvariantCulture) is >= 1 and var day
            && day <= DateTime.DaysInMonth(LeapCentury + int.Parse(value.AsSpan(4, 2), CultureInfo.InvariantCulture), month);
    }
}
