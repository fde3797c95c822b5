using System.Globalization;
using Kpr.Core.Catalogue;

namespace Kpr.Core.Invoices;

/// <summary>Who bills for whom. Names and organisation numbers are public; the accounts that are shipped are samples, and production brings its own table.</summary>
public sealed class Billers
{
    private static readonly Lazy<Billers> Shipped = new(() => Read(ReferenceTable.Embedded("billers.csv")));

    /// <summary>Takes billers.</summary>
    /// <exception cref="InvalidDataException">A number or account is wrong, or two have a code, a series, a prefix or a register in common.</exception>
    public Billers(IReadOnlyList<Biller> billers)
    {
        All = billers;
        foreach (var biller in billers)
        {
            if (!InvoiceBuyer.IsOrganisation(biller.OrganisationNumber) || !AccountNumber.IsValid(biller.Account) || biller.Series is < 10 or > 99)
            {
                throw new InvalidDataException($"Biller {biller.Code}: organisation number, account or series is wrong.");
            }
        }

        var twice = Twice(billers.Select(biller => biller.Code)) ?? Twice(billers.Select(biller => biller.Prefix))
            ?? Twice(billers.Select(biller => biller.Series.ToString(CultureInfo.InvariantCulture))) ?? Twice(billers.SelectMany(biller => biller.Registers));
        if (twice is not null)
        {
            throw new InvalidDataException($"Two billers have '{twice}' in common.");
        }
    }

    /// <summary>The billers that are known.</summary>
    public static Billers Known => Shipped.Value;

    /// <summary>All billers.</summary>
    public IReadOnlyList<Biller> All { get; }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">A cell cannot be read, or the billers contradict each other.</exception>
    public static Billers Read(ReferenceTable table)
    {
        string Cell(string[] row, string column) => row[table.Column(column)];
        return new Billers([.. table.Rows.Select(row => new Biller(
            Cell(row, "code"), Cell(row, "name"), Cell(row, "organisation"), Cell(row, "vat_registered") == "yes", Cell(row, "address"), Cell(row, "postal_code"), Cell(row, "city"),
            Cell(row, "account"), int.TryParse(Cell(row, "series"), NumberStyles.None, CultureInfo.InvariantCulture, out var series) ? series : 0, Cell(row, "prefix"),
            Cell(row, "registers").Split(' ', StringSplitOptions.RemoveEmptyEntries)))]);
    }

    /// <summary>The biller with a code; null when there is none.</summary>
    public Biller? Find(string code) => All.FirstOrDefault(biller => biller.Code == code);

    /// <summary>The biller of a register's work, or of Helsedataservice; null when nobody is known to bill for it.</summary>
    public Biller? For(string register) => All.FirstOrDefault(biller => biller.Registers.Contains(register));

    private static string? Twice(IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
}
