namespace Kpr.Functions.Azure;

/// <summary>The blob containers, by account.</summary>
public static class Containers
{
    /// <summary>Landing: where senders upload, <c>{feed}/{sender}/{name}</c>.</summary>
    public const string Incoming = "incoming";

    /// <summary>Landing: what is between two steps; emptied when a file is done.</summary>
    public const string Work = "work";

    /// <summary>Landing: the answers, <c>{feed}/{sender}/{name}/{delivery}.json</c>, .txt, .html, .apprec.xml and .findings.jsonl.</summary>
    public const string Receipts = "receipts";

    /// <summary>Landing: rejected records and files, sealed.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>Landing: files as they came, sealed; short-lived.</summary>
    public const string Archive = "archive";

    /// <summary>Landing: reference data that the operator loads, the sets made of them, and which is in force.</summary>
    public const string Reference = "reference";

    /// <summary>Register: segments and manifests, without identity.</summary>
    public const string Register = "register";

    /// <summary>Register: what the rules remember of stored records, hashed (runs of facts), <c>{scope}/…</c>.</summary>
    public const string Memory = "memory";

    /// <summary>Identity: numbers and keys of persons, sealed.</summary>
    public const string Identity = "identity";

    /// <summary>Identity: data keys and the secret of person keys, wrapped by Key Vault; not used on one machine.</summary>
    public const string Keys = "keys";

    /// <summary>Identity: what has been decided about persons (deletions, reservations, replaced numbers), sealed, and how far it is carried out.</summary>
    public const string Persons = "persons";

    /// <summary>Identity: the secrets behind the keys of projects, and the keys of the register's certificate, sealed.</summary>
    public const string Projects = "projects";

    /// <summary>Identity: the register keys of the persons of each delivery, sealed, <c>{id}.sealed</c>.</summary>
    public const string Disclosed = "disclosed";

    /// <summary>Delivery: packages, encrypted to their recipients, <c>{id}/{delivery}/…</c>.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>Delivery: what the parties of a linkage hand to each other, each file encrypted to whom it is for, <c>{id}/…</c>.</summary>
    public const string Linkages = "linkages";

    /// <summary>Audit: the hash-chained log.</summary>
    public const string Audit = "audit";

    /// <summary>Cases: attachments, and values too large for a row, by case.</summary>
    public const string Cases = "cases";

    /// <summary>Cases: orders of tables and the protected tables made of them, and lists of variables.</summary>
    public const string Tables = "tables";

    /// <summary>Register: what is between two steps of counting a table; emptied when it is done.</summary>
    public const string Counting = "counting";

    /// <summary>Register: what is between two steps of an extract, sealed; emptied when it is done.</summary>
    public const string Extracting = "extracting";

    /// <summary>Register: packages that wait for release, sealed, <c>{id}/…</c>.</summary>
    public const string Prepared = "prepared";

    /// <summary>Cases: orders of extracts, where they stand, and what the staff may see of them; nothing about one person.</summary>
    public const string Extracts = "extracts";

    /// <summary>Cases: lists of identity numbers that applicants upload, encrypted to the register's certificate, <c>{case}/{list}.p7m</c>.</summary>
    public const string Cohorts = "cohorts";

    /// <summary>Cases: invoices, credit notes and reminders, <c>{biller}/{number}.xml</c> and <c>.html</c>.</summary>
    public const string Invoices = "invoices";
}
