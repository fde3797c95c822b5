namespace Kpr.Core.Cases;

/// <content>82x: prices and invoices.</content>
public static partial class Refusals
{
    /// <summary>821.</summary>
    public static readonly Refusal PriceListMissing = new(821, "Det finnes ingen prisliste for mottakeren denne dagen.", "There is no price list of the payee for that day.", "Forskrift 2023-01-11-48 § 8; R38");

    /// <summary>822.</summary>
    public static readonly Refusal HoursAbsurd = new(822, "Timene kan ikke stemme: negative, mer enn et døgn på en dag, eller mer enn fem årsverk.", "The hours cannot be right: negative, more than a day in a day, or more than five years of work.", "Helseregisterloven § 19 g; R37");

    /// <summary>823.</summary>
    public static readonly Refusal GradeUnknown = new(823, "Prislisten har ingen timepris for stillingsnivået.", "The price list has no rate for the grade.", "Forskrift 2023-01-11-48 § 8");

    /// <summary>824.</summary>
    public static readonly Refusal BuyerUnknown = new(824, "Kjøperen må ha navn, adresseland, gyldig organisasjonsnummer eller elektronisk adresse, og en referanse eller et ordrenummer.", "The buyer needs a name, a country, a valid organisation number or electronic address, and a reference or order number.", "EHF Billing 3.0: BR-07, R003, R010, COMMON-R041");

    /// <summary>825.</summary>
    public static readonly Refusal InvoiceFaulty = new(825, "Dokumentet bryter regler for EHF og er ikke sendt.", "The document breaks rules of EHF and was not sent.", "EHF Billing 3.0 / Peppol BIS Billing 3.0");

    /// <summary>826.</summary>
    public static readonly Refusal BillerUnknown = new(826, "Det er ikke registrert hvem som fakturerer for registeret.", "Nobody is known who bills for the register.", Own);

    /// <summary>827.</summary>
    public static readonly Refusal CollectionTooEarly = new(827, "Fristen i purringen er ikke ute.", "The period given in the reminder is not over.", "Inkassoloven § 9; R47");
}
