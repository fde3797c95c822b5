using Kpr.Functions.Applications.Http;

namespace Kpr.Functions.Linkages.Http;

/// <summary>The addresses of linkages.</summary>
internal static class LinkageEndpoints
{
    /// <summary>The addresses.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("ShowLinkage", "get", "/cases/{id}/linkage", "How far a linkage is, and the files that are for the sender of the request.", Of(200, "The linkage.")) { Answer = typeof(LinkageView) },
        new("OrderLinkageKeys", "put", "/cases/{id}/linkage/keys", "Orders key files and maps of the batch that the case has issued, about the persons of an uploaded list; for the case's handler.", Of(202, "Ordered."))
        {
            Keyed = false, Versioned = false, Body = typeof(KeysBody), Answer = typeof(LinkageKeys),
        },
        new("GetKeyFile", "get", "/cases/{id}/linkage/keys/{order}", "The key file of a source, encrypted to its certificate; for its own staff.", Of(200, "The file.")),
        new("GetLinkerMap", "get", "/cases/{id}/linkage/maps/{order}", "The map of a source's serial numbers to the project's keys, encrypted to the linker.", Of(200, "The file.")),
        new("ShowLinkageSheet", "get", "/cases/{id}/linkage/sheet", "Batch and sources, as linkage.json of the linker's tool.", Of(200, "The sheet.")) { Answer = typeof(LinkageSheet) },
        new("PutSourceFile", "put", "/cases/{id}/linkage/from/{order}/{file}", "A file of a source, encrypted to the linker's certificate: CMS EnvelopedData as the body.", Of(200, "Its name and length."))
        {
            Keyed = false, Versioned = false, Answer = typeof(HandedFile),
        },
        new("GetSourceFile", "get", "/cases/{id}/linkage/from/{order}/{file}", "A file that a source sent and let go, for the linker.", Of(200, "The file.")),
        new("PutLinkedFile", "put", "/cases/{id}/linkage/result/{file}", "A file of the linked data, encrypted to the applicant's certificate: CMS EnvelopedData as the body.", Of(200, "Its name and length."))
        {
            Keyed = false, Versioned = false, Answer = typeof(HandedFile),
        },
        new("ReleaseLinkage", "post", "/cases/{id}/linkage/release", "Releases the linked data to the applicant, by the linker.", Of(200, "The linkage.")) { Versioned = false, Answer = typeof(LinkageView) },
        new("GetLinkedFile", "get", "/cases/{id}/linkage/result/{file}", "A file of the linked data, for those who write in the case; whole, never a part.", Of(200, "The file.")),
    ];

    private static Dictionary<int, string> Of(int status, string meaning) => new() { [status] = meaning };
}
