using Kpr.Core.Cases.Content;
using Kpr.Core.Statistics.Orders;
using Kpr.Functions.Applications.Notices;
using Kpr.Functions.Applications.Views;
using Kpr.Functions.Extracts.Http;
using Kpr.Functions.Linkages.Http;
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
        new("OrderTable", "post", "/tables", "Orders a table over the register, or several that are protected together, for its staff. The Location tells when it is done.", Of(202, "Ordered."))
        {
            Versioned = false, Body = typeof(TableOrder), Answer = typeof(TableState),
        },
        new("ShowTable", "get", "/tables/{id}", "Where a table stands.", Of(200, "The state.")) { Answer = typeof(TableState) },
        new("GetTableFile", "get", "/tables/{id}/{file}", "A table that is done: table.csv, table.html, audit.json, and what else the state names. An applicant has what a released order of his case refers to.", Of(200, "The file.")),
        .. ExtractEndpoints.All,
        .. LinkageEndpoints.All,
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
        Query = None,
        Answer = typeof(CaseSummary),
    };

    private static Dictionary<int, string> Of(int status, string meaning) => new() { [status] = meaning };
}
