using System.Globalization;
using Kpr.Core.Identity;

namespace Kpr.Local.Generation.Faults;

/// <summary>Numbers that are wrong in a known way.</summary>
internal static class FaultyNumbers
{
    /// <summary>The same number with another last digit, so that it holds under no rule.</summary>
    public static string WrongLastDigit(string number)
    {
        for (var step = 1; ; step++)
        {
            var wrong = number[..^1] + (char)('0' + ((number[^1] - '0' + step) % 10));
            if (wrong.Length != NationalIdNumber.Length || !NationalIdNumber.Analyse(wrong).IsPlaceholder)
            {
                return wrong;
            }
        }
    }

    /// <summary>A birth date of the last century with 00100 or 00200 behind it, month + 80.</summary>
    public static string Placeholder(SplitMix random)
    {
        while (true)
        {
            var number = string.Create(
                CultureInfo.InvariantCulture,
                $"{random.Between(1, 28):00}{80 + random.Between(1, 12):00}{random.Between(40, 99):00}{(random.PerMille(500) ? "00100" : "00200")}");
            if (!NationalIdNumber.Analyse(number).IsValid())
            {
                return number;
            }
        }
    }

    /// <summary>
    /// A birth number without the mark of being synthetic, of nobody: it is of a day in 2036–2039, whose numbers have not
    /// been given out. The only way to show what the test environment does with real numbers (I10) without one.
    /// </summary>
    public static string Unborn(SplitMix random)
    {
        while (true)
        {
            var start = string.Create(
                CultureInfo.InvariantCulture,
                $"{random.Between(1, 28):00}{random.Between(1, 12):00}{random.Between(36, 39):00}{random.Between(500, 999):000}");
            for (var check = 0; check < 100; check++)
            {
                var number = start + check.ToString("00", CultureInfo.InvariantCulture);
                if (NationalIdNumber.Analyse(number).IsValid())
                {
                    return number;
                }
            }
        }
    }
}
