using System.Globalization;

namespace Kpr.Core.Invoices;

/// <summary>Norwegian bank accounts (kontonummer, BBAN): eleven digits, the last a check modulo 11; and their international form.</summary>
public static class AccountNumber
{
    /// <summary>Whether it is an account number.</summary>
    public static bool IsValid(string account)
    {
        ReadOnlySpan<byte> weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
        if (account.Length != 11 || !account.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < weights.Length; at++) sum += weights[at] * (account[at] - '0');
        return (11 - (sum % 11)) % 11 == account[10] - '0';
    }

    /// <summary>The IBAN of an account: NO, two check digits modulo 97, the eleven digits.</summary>
    public static string Iban(string account)
    {
        // N and O count as 23 and 24; the check digits as 00.
        var remainder = (int)(Int128.Parse(account + "232400", CultureInfo.InvariantCulture) % 97);
        return string.Create(CultureInfo.InvariantCulture, $"NO{98 - remainder:00}{account}");
    }

    /// <summary>An account as people write it: <c>1234.56.78903</c>.</summary>
    public static string Norwegian(string account) => $"{account[..4]}.{account[4..6]}.{account[6..]}";
}
