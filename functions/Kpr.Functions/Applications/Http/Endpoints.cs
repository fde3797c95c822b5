using Kpr.Core.Cases.Content;
using Kpr.Core.Extracts;
using Kpr.Functions.Applications.Notices;
using Kpr.Core.Statistics.Orders;
using Kpr.Functions.Applications.Views;
using Kpr.Functions.Extracts.Http;
using Kpr.Functions.Extracts.Recipients;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Applications.Http;

/// <summary>All addresses of the interface. A test holds them to the functions.</summary>
public static class Endpoints
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The addresses.</summary>
    public static IReadOnlyList<Endpoint> All { get; } =
    [
        new("ListCases", "get", "/cases", "The reader's work list, overdue first.", Of(200, "A page."))
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["list"] = "mine or all, for handlers and deciders", ["after"] = "where the page before ended", ["take"] = "1 to 200; 50 when left out",
            },
            Answer = typeof(WorkListPage),
        },
        new("StartCase", "post", "/cases", "A new application, or an application to change a decision.", Of(201, "The draft."))
        {
            Versioned = false, Answer = typeof(CaseSummary),
        },
        new("ShowCase", "get", "/cases/{id}", "The case, with its version as the ETag.", Of(200, "The case.")),
        new("ShowTimeline", "get", "/cases/{id}/timeline", "What happened, and what the clocks say and why.", Of(200, "The timeline.")) { Answer = typeof(TimelineView) },
        new("ShowEvents", "get", "/cases/{id}/events", "The events as they are stored, with their hash chain.", Of(200, "A page."))
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal) { ["after"] = "place of the last event of the page before", ["take"] = "1 to 500" },
        },
        new("ShowNext", "get", "/cases/{id}/next", "What is next, whose turn it is, what the reader may do, and what is under way.", Of(200, "What is next.")) { Answer = typeof(NextView) },
        new("ShowCompleteness", "get", "/cases/{id}/completeness", "What the application lacks by the rules of today.", Of(200, "What is lacking.")) { Answer = typeof(CompletenessView) },
        new("ShowDiff", "get", "/cases/{id}/versions/{number}/diff", "What a version changed; its number is current for what is being written.", Of(200, "The changes."))
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal) { ["against"] = "number of a version, or parent for the case whose decision is to be changed" },
            Answer = typeof(DiffView),
        },
        new("ShowAppealBundle", "get", "/cases/{id}/appeal-bundle", "All that the appeal body needs; the header Kpr-Bundle has its hash, for send-appeal.", Of(200, "The bundle.")),
        new("PutAttachment", "put", "/cases/{id}/attachments/{attachment}", "A file. It counts when it is scanned; the Location tells when.", Of(202, "Taken, being scanned."))
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = "what it is: protocol, rek, dpia …", ["fileName"] = "its name" },
            Answer = typeof(CaseSummary),
        },
        new("GetAttachment", "get", "/cases/{id}/attachments/{attachment}", "The file, once its scan found nothing.", Of(200, "The file.")),
        new("GetAttachmentStatus", "get", "/cases/{id}/attachments/{attachment}/status", "What the scan said.", Of(200, "The attachment.")) { Answer = typeof(Attachment) },
        new("ShowOwnNotices", "get", "/notices/own", "How the sender wants notices. Applicants and handlers.", Of(200, "What was chosen.")) { Answer = typeof(NoticeWish) },
        new("ChooseOwnNotices", "put", "/notices/own", "Chooses how the sender gets notices: address, language, one letter a day or one an event.", Of(200, "What was chosen."))
        {
            Keyed = false, Body = typeof(NoticeWish), Answer = typeof(NoticeWish),
        },
        new("ShowForecast", "get", "/forecast", "How long applications have waited, in working days.", Of(200, "The forecast.")) { Open = true, Answer = typeof(ForecastView) },
        new("PreviewTable", "post", "/tables/preview", "The shape of a table, without a number of it.", Of(200, "The shape."))
        {
            Keyed = false, Body = typeof(TableOrder), Answer = typeof(TableShape),
        },
        new("OrderTable", "post", "/tables", "Orders a table over the register, for its staff. The Location tells when it is done.", Of(202, "Ordered."))
        {
            Versioned = false, Body = typeof(TableOrder), Answer = typeof(TableState),
        },
        new("ShowTable", "get", "/tables/{id}", "Where a table stands.", Of(200, "The state.")) { Answer = typeof(TableState) },
        new("GetTableFile", "get", "/tables/{id}/{file}", "A table that is done: table.csv, table.html, or audit.json.", Of(200, "The file.")),
        new("OrderExtract", "post", "/extracts", "Orders an extract for an order that is being extracted, for the register's staff. It is held against the case at once.", Of(202, "Ordered."))
        {
            Versioned = false, Body = typeof(ExtractOrder), Answer = typeof(ExtractView),
        },
        new("ListExtracts", "get", "/extracts", "The extracts of a case.", Of(200, "The extracts."))
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal) { ["case"] = "id of the case" },
        },
        new("ShowExtract", "get", "/extracts/{id}", "Where an extract stands, its figures and its risk (k-anonymity).", Of(200, "The extract.")) { Answer = typeof(ExtractView) },
        new("GetExtractFile", "get", "/extracts/{id}/files/{file}", "A file of an extract that tells of no one person: codebook, datapackage.json, risk.json.", Of(200, "The file.")),
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
        new("SearchVariables", "get", "/catalogue/variables", "The variable catalogue.", Of(200, "A page."))
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["q"] = "words of name or label", ["dataset"] = "care-events, claims or school-health", ["group"] = "a to h", ["after"] = "how many to pass over", ["take"] = "1 to 500; 100 when left out",
            },
            Open = true, Answer = typeof(VariablePage),
        },
        new("ShowVariable", "get", "/catalogue/variables/{dataset}/{name}", "A variable with its codes and the forms that tables have it in.", Of(200, "The variable.")) { Open = true, Answer = typeof(VariableView) },
        new("ShowSchema", "get", "/catalogue/datasets/{dataset}/schema", "A dataset as a Frictionless table schema.", Of(200, "The schema.")) { Open = true },
        new("SaveVariableList", "put", "/catalogue/lists/{list}", "Saves a list of variables, the sender's own.", Of(200, "The list."))
        {
            Keyed = false, Body = typeof(VariableList), Answer = typeof(VariableList),
        },
        new("ShowVariableList", "get", "/catalogue/lists/{list}", "A saved list of variables.", Of(200, "The list.")) { Answer = typeof(VariableList) },
        new("ShowVariableListSchema", "get", "/catalogue/lists/{list}/schema", "A saved list as a Frictionless table schema.", Of(200, "The schema.")),
        new("OpenApi", "get", "/openapi.json", "This document.", Of(200, "The document.")) { Open = true },
    ];

    /// <summary>The command of every case, described command by command.</summary>
    public static Endpoint Command { get; } = new("GiveCommand", "post", "/cases/{id}/{command}", "A command.", new Dictionary<int, string>
    {
        [200] = "Carried out, or carried out before under the same key.",
        [202] = "Carried out; what follows from it is still under way, see the Location.",
    })
    {
        Query = None, Answer = typeof(CaseSummary),
    };

    private static Dictionary<int, string> Of(int status, string meaning) => new() { [status] = meaning };
}
