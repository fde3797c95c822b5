using Kpr.Core.Extracts.Orders;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Extracts.Recipients;

namespace Kpr.Functions.Extracts.Http;

/// <summary>The addresses of extracts, deliveries and the disclosure ledger.</summary>
internal static class ExtractEndpoints
{
    /// <summary>The addresses.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("OrderExtract", "post", "/extracts", "Orders an extract for an order that is being extracted, for the register's staff. It is held against the case at once.", Of(202, "Ordered."))
        {
            Versioned = false, Body = typeof(ExtractOrder), Answer = typeof(ExtractView),
        },
        new("ListExtracts", "get", "/extracts", "The extracts of a case.", Of(200, "The extracts."))
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal) { ["case"] = "id of the case" },
        },
        new("ShowExtract", "get", "/extracts/{id}", "Where an extract stands, its figures and its risk (k-anonymity).", Of(200, "The extract.")) { Answer = typeof(ExtractView) },
        new("GetExtractFile", "get", "/extracts/{id}/files/{file}", "A file of an extract that tells of no one person: codebook, datapackage.json, risk.json; diff.json and diff.txt, which tell how many rows and persons differ from the delivery before.", Of(200, "The file.")),
        new("ReleaseExtract", "post", "/extracts/{id}/release", "Releases a prepared extract, by another than who ordered or checked it.", Of(202, "Released; it is being encrypted."))
        {
            Versioned = false, Body = typeof(ReleaseBody), Answer = typeof(ExtractView),
        },
        new("PutCertificate", "put", "/cases/{id}/certificate", "The certificate that deliveries are encrypted to, PEM or DER, as the body. The applicant's; of a linkage the linker's.", Of(200, "The certificate."))
        {
            Keyed = false, Versioned = false, Answer = typeof(StoredCertificate),
        },
        new("ShowCertificate", "get", "/cases/{id}/certificate", "The certificate that deliveries are encrypted to.", Of(200, "The certificate.")) { Answer = typeof(StoredCertificate) },
        new("PutList", "put", "/cases/{id}/cohort/{list}", "A list of identity numbers, a line each, encrypted to the register's certificate: CMS EnvelopedData as the body. Nothing else is stored.", Of(200, "The list's id."))
        {
            Keyed = false, Versioned = false, Answer = typeof(UploadedList),
        },
        new("ShowLists", "get", "/cases/{id}/cohort", "The lists that were uploaded, by name and id.", Of(200, "The lists.")),
        new("ShowListCertificate", "get", "/cohort-certificate", "The register's certificate, PEM: lists are encrypted to it, and manifests signed by its key.", Of(200, "The certificate.")),
        new("ListDeliveries", "get", "/deliveries", "The deliveries to the sender of the request.", Of(200, "The deliveries.")),
        new("ShowDelivery", "get", "/deliveries/{id}", "A delivery: its files, until when, and how often each can still be fetched.", Of(200, "The delivery.")) { Answer = typeof(DeliveryView) },
        new("GetDeliveryFile", "get", "/deliveries/{id}/files/{file}", "A file of a delivery, encrypted to its recipient; whole, never a part.", Of(200, "The file.")),
        new("ListDisclosures", "get", "/disclosures", "The disclosure ledger of a year, for the register's staff and internal control.", Of(200, "A page, or a table in CSV."))
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["year"] = "this one when left out", ["after"] = "number of the last line of the page before", ["take"] = "1 to 1,000; 100 when left out", ["format"] = "json or csv",
            },
            Answer = typeof(DisclosurePage),
        },
    ];

    private static Dictionary<int, string> Of(int status, string meaning) => new() { [status] = meaning };
}
