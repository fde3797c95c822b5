using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Notices;
using Kpr.Functions.Billing;
using Kpr.Functions.Ingest;
using Kpr.Functions.Senders;
using Microsoft.Extensions.Configuration;

namespace Kpr.Functions.Azure;

/// <summary>
/// One of the apps that this project is deployed as: what its slices touch. The infrastructure grants exactly this,
/// the app checks at start that its settings name it, and <c>GET /api/health</c> that it is there; tests hold all
/// three to this page, and this page to what the running system does.
/// </summary>
/// <param name="Name">Value of the setting <c>Kpr__App</c>.</param>
/// <param name="Slices">Folders of the project whose functions it runs.</param>
public sealed record DeployedApp(string Name, IReadOnlyList<string> Slices)
{
    private const string Setting = "Kpr:App";

    /// <summary>Folders and files of other slices whose services its functions call, and whose functions it does not run.</summary>
    public IReadOnlyList<string> LeansOn { get; init; } = [];

    /// <summary>Containers it works with.</summary>
    public IReadOnlyList<ContainerNeeds> Containers { get; init; } = [];

    /// <summary>Tables it works with.</summary>
    public IReadOnlyList<TableNeeds> Tables { get; init; } = [];

    /// <summary>Queues it hears.</summary>
    public IReadOnlyList<string> Receives { get; init; } = [];

    /// <summary>Queues it sends to.</summary>
    public IReadOnlyList<string> Sends { get; init; } = [];

    /// <summary>Whether it seals, opens or derives with the register's keys.</summary>
    public bool UsesKeys { get; init; }

    /// <summary>Settings of the storage accounts it is connected to.</summary>
    public IReadOnlyList<string> Accounts => [.. Containers.Select(container => container.Account).Concat(Tables.Select(table => table.Account)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether it sends or hears messages.</summary>
    public bool UsesBus => Receives.Count + Sends.Count > 0;

    /// <summary>Takes files in and answers them.</summary>
    public static DeployedApp Intake { get; } = new("intake", ["Ingest", "Reference", "Register", "Senders", "Operations"])
    {
        Containers =
        [
            new("Landing", Azure.Containers.Incoming, BlobRights.Read | BlobRights.Delete),
            new("Landing", Azure.Containers.Work, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Landing", Azure.Containers.Receipts, BlobRights.Read | BlobRights.Write),
            new("Landing", Azure.Containers.Quarantine, BlobRights.Write | BlobRights.List),
            new("Landing", Azure.Containers.Archive, BlobRights.Write),
            new("Landing", Azure.Containers.Reference, BlobRights.Read | BlobRights.Write),
            new("Register", Azure.Containers.Register, BlobRights.Read | BlobRights.Write),
            new("Register", Azure.Containers.Memory, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Identity", Azure.Containers.Identity, BlobRights.Write | BlobRights.List),
            new("Identity", Azure.Containers.Keys, BlobRights.Read | BlobRights.Write),
            new("Identity", Azure.Containers.Persons, BlobRights.Read),
            new("Audit", Azure.Containers.Audit, BlobRights.Read | BlobRights.Write),
        ],
        Tables = [new("Landing", IngestLedger.Table), new("Landing", DeliveryLog.Table), new("Landing", ReminderLog.Table)],
        Receives = [Queues.FileArrived, Queues.ValidateMunicipal, Queues.ValidateClaims, Queues.CompleteFile],
        Sends = [Queues.FileArrived, Queues.ValidateMunicipal, Queues.ValidateClaims, Queues.CompleteFile],
        UsesKeys = true,
    };

    /// <summary>
    /// Carries out what is decided about persons, changes keys, and judges archived files again: the one app that opens identity, quarantine and archive.
    /// Nobody uploads to it, and it hears no queue.
    /// </summary>
    public static DeployedApp Persons { get; } = new("persons", ["Persons", "Rehearsals", "Operations"])
    {
        LeansOn = ["Register/Memory", "Register/AuditLog.cs", "Register/ReceiptStore.cs", "Reference", "Senders/DeliveryLog.cs"],
        Containers =
        [
            new("Landing", Azure.Containers.Receipts, BlobRights.Read | BlobRights.Write),
            new("Landing", Azure.Containers.Reference, BlobRights.Read),
            new("Landing", Azure.Containers.Quarantine, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Landing", Azure.Containers.Archive, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Register", Azure.Containers.Register, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Register", Azure.Containers.Memory, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Identity", Azure.Containers.Identity, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Identity", Azure.Containers.Keys, BlobRights.Read | BlobRights.Write),
            new("Identity", Azure.Containers.Persons, BlobRights.Read | BlobRights.Write),
            new("Identity", Azure.Containers.Projects, BlobRights.Read | BlobRights.Write),
            new("Identity", Azure.Containers.Disclosed, BlobRights.Read | BlobRights.Write),
            new("Audit", Azure.Containers.Audit, BlobRights.Read | BlobRights.Write),
        ],
        Tables = [new("Landing", IngestLedger.Table), new("Landing", DeliveryLog.Table)],
        UsesKeys = true,
    };

    /// <summary>Handles applications for data, takes orders for tables and extracts, hands deliveries out, and bills.</summary>
    public static DeployedApp Applications { get; } = new("applications", ["Applications", "Statistics", "Extracts", "Linkages", "Billing", "Operations"])
    {
        LeansOn = ["Register/AuditLog.cs"],
        Containers =
        [
            new("Delivery", Azure.Containers.Deliveries, BlobRights.Read),
            new("Delivery", Azure.Containers.Linkages, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Audit", Azure.Containers.Audit, BlobRights.Read | BlobRights.Write),
            new(CaseStore.Account, Azure.Containers.Cases, BlobRights.Read | BlobRights.Write),
            new(CaseStore.Account, Azure.Containers.Extracts, BlobRights.Read | BlobRights.Write),
            new(CaseStore.Account, Azure.Containers.Cohorts, BlobRights.Write),
            new(CaseStore.Account, Azure.Containers.Tables, BlobRights.Read | BlobRights.Write),
            new(BillingServices.Account, Azure.Containers.Invoices, BlobRights.Read | BlobRights.Write),
        ],
        Tables =
        [
            new(CaseStore.Account, CaseStore.Table),
            new(CaseStore.Account, ListStore.Table),
            new(CaseStore.Account, NoticeStore.Table),
            new(BillingServices.Account, BillStore.Table),
        ],
        Receives = [Queues.NudgeCase],
        Sends = [Queues.NudgeCase, Queues.OrderTable, Queues.PrepareExtract, Queues.PrepareLinkage],
    };

    /// <summary>
    /// Counts the register and prepares what is given out. Nobody logs in to it: it hears queues, reads the register, and writes what is protected.
    /// </summary>
    public static DeployedApp Preparation { get; } = new("preparation", ["Preparation", "Operations"])
    {
        LeansOn =
        [
            "Register/AuditLog.cs", "Register/ReadPartitions.cs", "Register/PersonListStore.cs", "Reference/ReferenceStore.cs", "Statistics/TableStore.cs",
            "Extracts/ExtractStore.cs", "Extracts/CohortStore.cs", "Extracts/DeliveryStore.cs", "Linkages/LinkageStore.cs", "Linkages/LinkageFiles.cs", "Applications/CaseStore.cs",
        ],
        Containers =
        [
            new("Landing", Azure.Containers.Reference, BlobRights.Read),
            new("Register", Azure.Containers.Register, BlobRights.Read),
            new("Register", Azure.Containers.Counting, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Register", Azure.Containers.Extracting, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Register", Azure.Containers.Prepared, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Identity", Azure.Containers.Keys, BlobRights.Read),
            new("Identity", Azure.Containers.Persons, BlobRights.Read),
            new("Identity", Azure.Containers.Projects, BlobRights.Read | BlobRights.Write | BlobRights.Delete),
            new("Identity", Azure.Containers.Disclosed, BlobRights.Write),
            new("Delivery", Azure.Containers.Deliveries, BlobRights.Write | BlobRights.Delete | BlobRights.List),
            new("Delivery", Azure.Containers.Linkages, BlobRights.Write | BlobRights.Delete | BlobRights.List),
            new("Audit", Azure.Containers.Audit, BlobRights.Read | BlobRights.Write),
            new(CaseStore.Account, Azure.Containers.Cases, BlobRights.Read),
            new(CaseStore.Account, Azure.Containers.Extracts, BlobRights.Read | BlobRights.Write),
            new(CaseStore.Account, Azure.Containers.Cohorts, BlobRights.Read | BlobRights.Delete),
            new(CaseStore.Account, Azure.Containers.Tables, BlobRights.Read | BlobRights.Write),
        ],
        Tables = [new(CaseStore.Account, CaseStore.Table) { ReadOnly = true }],
        Receives = [Queues.OrderTable, Queues.PrepareExtract, Queues.PrepareLinkage],
        Sends = [Queues.NudgeCase],
        UsesKeys = true,
    };

    /// <summary>The apps.</summary>
    public static IReadOnlyList<DeployedApp> All { get; } = [Intake, Applications, Preparation, Persons];

    /// <summary>All apps in one, as on one machine.</summary>
    public static DeployedApp Whole { get; } = new("", [.. All.SelectMany(app => app.Slices).Distinct(StringComparer.Ordinal)])
    {
        Containers =
        [
            .. All.SelectMany(app => app.Containers).GroupBy(container => (container.Account, container.Name))
                .Select(same => new ContainerNeeds(same.Key.Account, same.Key.Name, same.Aggregate(BlobRights.None, (rights, container) => rights | container.Rights))),
        ],
        Tables = [.. All.SelectMany(app => app.Tables).OrderBy(table => table.ReadOnly).DistinctBy(table => (table.Account, table.Name))],
        Receives = [.. All.SelectMany(app => app.Receives).Distinct(StringComparer.Ordinal)],
        Sends = [.. All.SelectMany(app => app.Sends).Distinct(StringComparer.Ordinal)],
        UsesKeys = true,
    };

    /// <summary>The app that the settings name: the whole when they name none, null when there is none of that name.</summary>
    public static DeployedApp? Of(IConfiguration configuration) => configuration[Setting] switch
    {
        null or "" => Whole,
        var name => All.FirstOrDefault(app => app.Name == name),
    };
}
