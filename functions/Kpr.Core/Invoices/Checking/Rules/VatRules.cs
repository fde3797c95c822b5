namespace Kpr.Core.Invoices.Checking.Rules;

/// <summary>EN 16931: VAT. The rules of the categories are of one kind: a table of what differs makes them.</summary>
internal static class VatRules
{
    private static readonly Category[] Categories =
    [
        new("S", "BR-S", "alminnelig sats", Rate.Positive, NeedsReason: false, One: false),
        new("Z", "BR-Z", "nullsats", Rate.Zero, NeedsReason: false),
        new("E", "BR-E", "unntatt", Rate.Zero, NeedsReason: true),
        new("AE", "BR-AE", "omvendt avgiftsplikt", Rate.Zero, NeedsReason: true),
        new("K", "BR-IC", "omsetning innen EU", Rate.Zero, NeedsReason: true),
        new("G", "BR-G", "eksport", Rate.Zero, NeedsReason: true),
        new("O", "BR-O", "utenfor merverdiavgift", Rate.None, NeedsReason: true),
        new("L", "BR-IG", "IGIC", Rate.Any, NeedsReason: false, One: false),
        new("M", "BR-IP", "IPSI", Rate.Any, NeedsReason: false, One: false),
    ];

    private enum Rate
    {
        Positive,
        Zero,
        Any,
        None,
    }

    public static IEnumerable<InvoiceRule> All { get; } =
    [
        new("BR-45", "En avgiftsgruppe mangler grunnlag.", it => it.Breakdown.Where(group => !group.Has("cbc:TaxableAmount"))),
        new("BR-46", "En avgiftsgruppe mangler avgift.", it => it.Breakdown.Where(group => !group.Has("cbc:TaxAmount"))),
        new("BR-47", "En avgiftsgruppe mangler kategori.", it => it.Breakdown.Where(group => !group.All("cac:TaxCategory").Any(category => UblInvoice.IsVat(category) && category.Has("cbc:ID")))),
        new("BR-48", "En avgiftsgruppe mangler sats.", it => it.Breakdown.Where(group => group.One("cac:TaxCategory") is { } category && UblInvoice.IsVat(category) && !category.Has("cbc:Percent") && category.Text("cbc:ID") != "O")),
        new("BR-CO-17", "Avgiften i en gruppe er ikke grunnlag ganger sats.", it => it.Breakdown.Where(group => IsWrongProduct(group, group.Amount("cac:TaxCategory/cbc:Percent") ?? 0))),
        new("BR-CO-18", "Avgiftsgrupper mangler.", it => it.When(it.Breakdown.Count == 0)),
        .. Categories.SelectMany(Of),
        new("BR-IC-11", "Leveringsdato eller fakturaperiode mangler ved omsetning innen EU.", it => Groups(it, "K").Where(_ => !it.Root.Has("cac:Delivery/cbc:ActualDeliveryDate") && it.Root.One("cac:InvoicePeriod")?.Children.Count is null or 0)),
        new("BR-IC-12", "Leveringsland mangler ved omsetning innen EU.", it => Groups(it, "K").Where(_ => !it.Root.Has("cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode"))),
        new("BR-O-11", "Kategori O kan ikke stå sammen med andre avgiftsgrupper.", it => HasOutside(it) ? it.Breakdown.Where(group => group.Text("cac:TaxCategory/cbc:ID") != "O") : []),
        new("BR-O-12", "Kategori O kan ikke stå sammen med linjer av andre kategorier.", it => HasOutside(it) ? it.Lines.Where(line => line.Text("cac:Item/cac:ClassifiedTaxCategory/cbc:ID") != "O") : []),
        new("BR-O-13", "Kategori O kan ikke stå sammen med fradrag av andre kategorier.", it => HasOutside(it) ? it.Allowances.Where(item => item.Text("cac:TaxCategory/cbc:ID") != "O") : []),
        new("BR-O-14", "Kategori O kan ikke stå sammen med tillegg av andre kategorier.", it => HasOutside(it) ? it.Charges.Where(item => item.Text("cac:TaxCategory/cbc:ID") != "O") : []),
    ];

    private static IEnumerable<InvoiceRule> Of(Category category)
    {
        var (code, id, what) = (category.Code, category.Id, category.What);
        yield return new($"{id}-01", $"Avgiftskategori {code} ({what}) skal ha {(category.One ? "nøyaktig én avgiftsgruppe" : "minst én avgiftsgruppe")}.", it => it.When(
            Used(it, code) && Groups(it, code).Count() is var count && (category.One ? count != 1 : count == 0)));
        yield return Sellers($"{id}-02", category, "linjer", it => it.Lines.Any(line => Is(line.One("cac:Item/cac:ClassifiedTaxCategory"), code)));
        yield return Sellers($"{id}-03", category, "fradrag", it => it.Allowances.Any(item => Is(item.One("cac:TaxCategory"), code)));
        yield return Sellers($"{id}-04", category, "tillegg", it => it.Charges.Any(item => Is(item.One("cac:TaxCategory"), code)));
        yield return Rates($"{id}-05", category, "en linje", it => it.Lines.SelectMany(line => line.All("cac:Item/cac:ClassifiedTaxCategory")));
        yield return Rates($"{id}-06", category, "et fradrag", it => it.Allowances.SelectMany(item => item.All("cac:TaxCategory")));
        yield return Rates($"{id}-07", category, "et tillegg", it => it.Charges.SelectMany(item => item.All("cac:TaxCategory")));
        yield return new($"{id}-08", $"Grunnlaget for {what} er ikke summen av linjer, tillegg og fradrag.", it => Groups(it, code).Where(group => IsWrongBase(it, group, category)));
        yield return new($"{id}-09", category.Rate is Rate.Positive or Rate.Any ? $"Avgiften for {what} er ikke grunnlag ganger sats." : $"Avgiften for {what} skal være null.", it => Groups(it, code).Where(group =>
            category.Rate is Rate.Positive or Rate.Any ? IsWrongProduct(group, group.Amount("cac:TaxCategory/cbc:Percent") ?? 0) : group.Amount("cbc:TaxAmount") is { } tax && tax != 0));
        yield return new($"{id}-10", category.NeedsReason ? $"Grunn til at {what} ikke avgiftsberegnes, mangler." : $"Det skal ikke stå noen grunn til fritak ved {what}.", it => Groups(it, code).Where(group => HasReason(group) != category.NeedsReason));
    }

    private static InvoiceRule Sellers(string id, Category category, string on, Func<UblInvoice, bool> used) => category.Code switch
    {
        "O" => new(id, $"Mva-nummer kan ikke stå når {on} er utenfor merverdiavgift.", it => it.When(used(it) && (HasVat(it.Seller) || HasVat(it.Root.One("cac:TaxRepresentativeParty")) || HasVat(it.Buyer)))),
        "K" => new(id, $"Mva-numrene til selger og kjøper må stå når {on} er {category.What}.", it => it.When(used(it) && !(HasSellerVat(it) && HasVat(it.Buyer)))),
        "AE" => new(id, $"Numrene til selger og kjøper må stå når {on} har {category.What}.", it => it.When(
            used(it) && !(IsRegistered(it) && (HasVat(it.Buyer) || it.Buyer?.Has("cac:PartyLegalEntity/cbc:CompanyID") == true)))),
        "G" => new(id, $"Selgers mva-nummer må stå når {on} er {category.What}.", it => it.When(used(it) && !HasSellerVat(it))),
        _ => new(id, $"Selgers mva-nummer må stå når {on} har {category.What}.", it => it.When(used(it) && !IsRegistered(it))),
    };

    private static InvoiceRule Rates(string id, Category category, string on, Func<UblInvoice, IEnumerable<UblElement>> where) => new(
        id,
        category.Rate switch
        {
            Rate.Positive => $"Satsen på {on} med {category.What} skal være større enn null.",
            Rate.Zero => $"Satsen på {on} med {category.What} skal være null.",
            Rate.None => $"Det skal ikke stå sats på {on} {category.What}.",
            _ => $"Satsen på {on} med {category.What} skal være null eller større.",
        },
        it => where(it).Where(tax => Is(tax, category.Code) && category.Rate switch
        {
            Rate.Positive => tax.Amount("cbc:Percent") is not > 0,
            Rate.Zero => tax.Amount("cbc:Percent") is not 0,
            Rate.None => tax.Has("cbc:Percent"),
            _ => tax.Amount("cbc:Percent") is not >= 0,
        }));

    // Groups with rates are judged rate by rate, with the official slack of less than one.
    private static bool IsWrongBase(UblInvoice it, UblElement group, Category category)
    {
        var rate = category.Rate is Rate.Positive or Rate.Any ? group.Amount("cac:TaxCategory/cbc:Percent") : null;
        bool Same(UblElement? tax) => Is(tax, category.Code) && (rate is null || tax!.Amount("cbc:Percent") == rate);
        var sum = UblInvoice.Sum(it.Lines.Where(line => Same(line.One("cac:Item/cac:ClassifiedTaxCategory"))), "cbc:LineExtensionAmount")
            + UblInvoice.Sum(it.Charges.Where(item => Same(item.One("cac:TaxCategory"))), "cbc:Amount") - UblInvoice.Sum(it.Allowances.Where(item => Same(item.One("cac:TaxCategory"))), "cbc:Amount");
        return group.Amount("cbc:TaxableAmount") is { } said && (rate is null ? said != sum : Math.Abs(said - sum) >= 1);
    }

    private static bool IsWrongProduct(UblElement group, decimal percent) =>
        group.Amount("cbc:TaxableAmount") is { } net && group.Amount("cbc:TaxAmount") is { } tax && Math.Abs(percent) <= 1_000
        && Math.Abs(Math.Abs(tax) - UblInvoice.Round(Math.Abs(net) * Math.Abs(percent) / 100)) >= 1;

    private static bool Is(UblElement? tax, string code) => tax is not null && tax.Text("cbc:ID") == code && UblInvoice.IsVat(tax);

    private static bool Used(UblInvoice it, string code) => it.Everything.Any(element => element.Name is "cac:TaxCategory" or "cac:ClassifiedTaxCategory" && Is(element, code));

    private static IEnumerable<UblElement> Groups(UblInvoice it, string code) => it.Breakdown.Where(group => Is(group.One("cac:TaxCategory"), code));

    private static bool HasOutside(UblInvoice it) => Groups(it, "O").Any();

    private static bool HasReason(UblElement group) => group.Has("cac:TaxCategory/cbc:TaxExemptionReason") || group.Has("cac:TaxCategory/cbc:TaxExemptionReasonCode");

    private static bool HasVat(UblElement? party) => party?.All("cac:PartyTaxScheme").Any(scheme => UblInvoice.IsVat(scheme) && scheme.Has("cbc:CompanyID")) == true;

    private static bool HasSellerVat(UblInvoice it) => HasVat(it.Seller) || HasVat(it.Root.One("cac:TaxRepresentativeParty"));

    private static bool IsRegistered(UblInvoice it) => it.Seller?.Has("cac:PartyTaxScheme/cbc:CompanyID") == true || HasVat(it.Root.One("cac:TaxRepresentativeParty"));

    private sealed record Category(string Code, string Id, string What, Rate Rate, bool NeedsReason, bool One = true);
}
