namespace Kpr.Core.Cases.Content;

/// <summary>Who pays.</summary>
/// <param name="Name">Name of the recipient of invoices.</param>
/// <param name="OrganisationNumber">Nine digits; null for a foreign one or a person.</param>
/// <param name="BuyerReference">The buyer's reference: Peppol rule R003 wants this or an order number.</param>
/// <param name="OrderReference">The buyer's order number.</param>
/// <param name="PeppolAddress">Electronic address with scheme, for example <c>0192:999999999</c>.</param>
/// <param name="Country">Two letters, ISO 3166.</param>
public sealed record InvoiceSection(
    string? Name, string? OrganisationNumber = null, string? BuyerReference = null, string? OrderReference = null, string? PeppolAddress = null,
    string Country = "NO");
