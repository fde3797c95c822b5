using System.Text.Json.Serialization;
using Kpr.Core.Cases.Content;

namespace Kpr.Core.Invoices;

/// <summary>Who pays an invoice.</summary>
/// <param name="Name">Name.</param>
/// <param name="OrganisationNumber">Nine digits; null for a foreign one or a person.</param>
/// <param name="Address">Electronic address with scheme, for example <c>0192:983744516</c>; null for one who gets a letter.</param>
/// <param name="Reference">The buyer's reference.</param>
/// <param name="Order">The buyer's order number.</param>
/// <param name="Country">Two letters, ISO 3166.</param>
/// <param name="ExemptBody">What kind of exempt body it is (<see cref="Pricing.ExemptBodies"/>); null for others.</param>
public sealed record InvoiceBuyer(
    string Name, string? OrganisationNumber, string? Address, string? Reference, string? Order, string Country, string? ExemptBody = null)
{
    /// <summary>Scheme of Norwegian organisation numbers in electronic addresses.</summary>
    public const string NorwegianScheme = "0192";

    /// <summary>Whether the buyer is outside the area of Norwegian VAT.</summary>
    [JsonIgnore]
    public bool Abroad => Country != "NO";

    /// <summary>Scheme and id of the electronic address; null for one who gets a letter.</summary>
    [JsonIgnore]
    public (string Scheme, string Id)? Endpoint =>
        Address?.Split(':', 2) is [{ Length: > 0 } scheme, { Length: > 0 } id] ? (scheme, id) : null;

    /// <summary>What is wrong with it, by member; empty when an invoice can be made out to it.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Faults => [.. FindFaults()];

    /// <summary>The payer that an application names. One in Norway is reached by its organisation number when no address is given.</summary>
    public static InvoiceBuyer Of(InvoiceSection section) => new(
        section.Name ?? "", section.OrganisationNumber,
        section.PeppolAddress ?? (section.OrganisationNumber is { } number ? $"{NorwegianScheme}:{number}" : null),
        section.BuyerReference, section.OrderReference, section.Country);

    /// <summary>Whether it is exactly a Norwegian organisation number: nine digits, the last a check digit.</summary>
    public static bool IsOrganisation(string value) => value.Length == Identity.OrganisationNumber.Length && Identity.OrganisationNumber.IsValid(value);

    private IEnumerable<string> FindFaults()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return "name";
        if (Country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z']) yield return "country";
        if (OrganisationNumber is { } number && !IsOrganisation(number)) yield return "organisationNumber";
        if (Address is not null && (Endpoint is not { } endpoint || (endpoint.Scheme == NorwegianScheme && !IsOrganisation(endpoint.Id)))) yield return "peppolAddress";
        if (string.IsNullOrWhiteSpace(Reference) && string.IsNullOrWhiteSpace(Order)) yield return "buyerReference";
    }
}
