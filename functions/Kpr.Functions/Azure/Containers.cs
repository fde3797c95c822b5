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

    /// <summary>Audit: the hash-chained log.</summary>
    public const string Audit = "audit";

    /// <summary>Cases: attachments, and values too large for a row, by case.</summary>
    public const string Cases = "cases";

    /// <summary>Cases: orders of tables and the protected tables made of them, and lists of variables.</summary>
    public const string Tables = "tables";

    /// <summary>Register: what is between two steps of counting a table; emptied when it is done.</summary>
    public const string Counting = "counting";

    /// <summary>Cases: invoices, credit notes and reminders, <c>{biller}/{number}.xml</c> and <c>.html</c>.</summary>
    public const string Invoices = "invoices";
}
