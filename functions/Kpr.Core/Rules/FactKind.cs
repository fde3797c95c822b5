namespace Kpr.Core.Rules;

/// <summary>
/// What a fact is about. Kinds are judged in this order, so that duplicates are known before the rest is judged.
/// </summary>
public enum FactKind : byte
{
    /// <summary>A record under its own GUID, and those that refer to it. Key: the GUID.</summary>
    RecordId = 1,

    /// <summary>The place of a record in the sender's sequence. In document order, without key.</summary>
    Sequence = 2,

    /// <summary>An event of a service (tjenesteID). Key: hash of the service's local key.</summary>
    Service = 3,

    /// <summary>A claim under its number at the provider (regningsnummer). Key: hash of provider and number.</summary>
    ClaimNumber = 4,

    /// <summary>A consultation. Key: hash of patient, provider, minute and tariff.</summary>
    Consultation = 5,

    /// <summary>A person under the sender's GUID (pasientGUID). Key: the GUID. Content: hash of the number.</summary>
    Person = 6,

    /// <summary>A person under the identity number. Key: hash of the number. Content: hash of the local number.</summary>
    PersonNumber = 7,

    /// <summary>A person in a shipment of the annual report, to be matched with the other shipment. Key: the sender's GUID.</summary>
    ReportLink = 8,

    /// <summary>What matching the shipments told of a record; the last kind, since it is added to the facts of the file. Key: the sender's GUID.</summary>
    ReportMatch = 9,

    /// <summary>A person in a municipality's annual report. Key: hash of number and year.</summary>
    PersonYear = 10,

    /// <summary>A person under the municipality's own number, in the annual report. Key: hash of municipality and local number. Content: hash of the number.</summary>
    LocalNumber = 11,

    /// <summary>A patient at a provider on a day: consultations and simple contacts. Key: hash of patient, provider and day.</summary>
    Visit = 12,

    /// <summary>A patient of a monthly delivery, with the sex that a claim states. Key: hash of the number.</summary>
    Patient = 13,
}
