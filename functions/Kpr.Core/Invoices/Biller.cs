namespace Kpr.Core.Invoices;

/// <summary>One who sends invoices (fakturautsteder): a legal person with a number series and an account.</summary>
/// <param name="Code">Code, for example <c>fhi</c>: also the payee of price lists.</param>
/// <param name="Name">Name on documents.</param>
/// <param name="OrganisationNumber">Nine digits.</param>
/// <param name="VatRegistered">Whether MVA stands behind the number.</param>
/// <param name="Address">Street or box; empty when not known.</param>
/// <param name="PostalCode">Postal code.</param>
/// <param name="City">Postal place.</param>
/// <param name="Account">Norwegian account number, eleven digits.</param>
/// <param name="Series">Two digits that tell its number series from others on the same account.</param>
/// <param name="Prefix">What stands before the number on documents, for example <c>FHI-</c>.</param>
/// <param name="Registers">Codes of the registers whose work it bills.</param>
public sealed record Biller(
    string Code, string Name, string OrganisationNumber, bool VatRegistered, string Address, string PostalCode, string City, string Account, int Series, string Prefix,
    IReadOnlyList<string> Registers)
{
    /// <summary>VAT number: NO, nine digits, MVA.</summary>
    public string VatNumber => $"NO{OrganisationNumber}MVA";

    /// <summary>A number as documents bear it.</summary>
    public string Document(long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{number:000000}");
}
