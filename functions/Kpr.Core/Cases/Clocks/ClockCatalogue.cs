using Kpr.Core.Calendar;

namespace Kpr.Core.Cases.Clocks;

/// <summary>The clocks with their lengths and sources.</summary>
public static class ClockCatalogue
{
    /// <summary>The statutory clock where data of several registers are linked.</summary>
    public static readonly Term LinkedTerm = Term.WorkingDays(60);

    /// <summary>EHDS: decision for a public body with a mandate in public health, Art. 68(6).</summary>
    public static readonly Term EhdsPublicBodyTerm = Term.Months(2);

    /// <summary>EHDS: the time an applicant has to complete an application, Art. 68(4).</summary>
    public static readonly Term EhdsCompletionTerm = Term.Weeks(4);

    /// <summary>EHDS: deletion after the end of a permit, Art. 68(12).</summary>
    public static readonly Term EhdsDeletionTerm = Term.Months(6);

    private static readonly ClockRule[] Rules =
    [
        new(ClockKind.InterimReply, Term.Months(1), "Foreløpig svar når søknaden ikke er avgjort", "Interim reply while the application is not decided", "Forvaltningsloven § 11 a; R23"),
        new(ClockKind.MakeAvailable, Term.WorkingDays(30), "Data gjøres tilgjengelige", "Data are made available", "Helseregisterloven § 19 f; R1, R21"),
        new(ClockKind.DeficiencyReply, Term.WorkingDays(10), "Søker svarer på mangler", "The applicant answers deficiencies", "Helsedataservice, nye krav til søker; R25"),
        new(ClockKind.DeficiencyReminder, Term.WorkingDays(5), "Søker svarer etter påminnelse", "The applicant answers after the reminder", "Helsedataservice, nye krav til søker; R25"),
        new(ClockKind.DraftExpiry, Term.Days(180), "Utkastet slettes", "The draft is deleted", "Eget valg etter TEHDAS2 D6.4; R36"),
        new(ClockKind.Offer, Term.Weeks(2), "Søker svarer på tilbud fra SSB", "The applicant answers an offer of Statistics Norway", "SSB, tilgang til mikrodata; R43"),
        new(ClockKind.EstimateReply, Term.Weeks(2), "Søker svarer på prisoverslag", "The applicant answers an estimate", "Eget valg"),
        new(ClockKind.Consultation, Term.WorkingDays(10), "Den som er spurt, svarer", "The party asked answers", "Eget valg (internt mål); R15"),
        new(ClockKind.Appeal, Term.Weeks(3), "Klagefrist", "Appeal period", "Forvaltningsloven § 29; domstolloven §§ 148–149; R28"),
        new(ClockKind.AppealLatest, Term.Months(12), "Siste dag for klage etter fristen", "Last day of a late appeal", "Forvaltningsloven § 31; R30"),
        new(ClockKind.DetrimentNotice, Term.Months(3), "Varsel om endring til skade for klageren", "Notice of a change to the appellant's detriment", "Forvaltningsloven § 34; R31"),
        new(ClockKind.OrderDelivery, null, "Registeret leverer", "The register delivers", "Helseregisterloven § 19 f"),
        new(ClockKind.Receipt, Term.WorkingDays(10), "Søker bekrefter mottak", "The applicant confirms receipt", "Eget valg"),
        new(ClockKind.Permit, null, "Retten til å bruke data utløper", "The right to use the data ends", "Vilkår i vedtaket; helseregisterloven § 19 a fjerde ledd"),
        new(ClockKind.Deletion, null, "Data slettes og slettingen bekreftes", "Data are deleted and the deletion attested", "Vilkår i vedtaket; forskrift 2023-01-11-48 § 4"),
        new(ClockKind.Hearing, Term.Weeks(4), "Databruker uttaler seg før tilbakekall", "The data user is heard before revocation", "EHDS art. 63; forvaltningsloven § 16"),
        new(ClockKind.InvoiceIssue, Term.Months(1), "Faktura utstedes etter levering", "The invoice is issued after delivery", "Bokføringsforskriften § 5-2-2; R44"),
        new(ClockKind.EhdsDecision, Term.Months(3), "Avgjørelse etter EHDS", "Decision under EHDS", "EHDS art. 68(4) og 69(4); R51"),
        new(ClockKind.EhdsHolder, Term.Months(3), "Dataholderen leverer", "The data holder delivers", "EHDS art. 60(2); R53"),
        new(ClockKind.EhdsAvailability, Term.Months(2), "Data gjøres tilgjengelige etter EHDS", "Data are made available under EHDS", "EHDS art. 68(7); R54"),
        new(ClockKind.EhdsPublication, Term.WorkingDays(30), "Avgjørelsen offentliggjøres", "The decision is published", "EHDS art. 57(1)(j); R58"),
        new(ClockKind.EhdsResults, Term.Months(18), "Resultatene offentliggjøres", "Results are published", "EHDS art. 61(4); R58"),
    ];

    /// <summary>All clocks.</summary>
    public static IReadOnlyList<ClockRule> All => Rules;

    /// <summary>The rule of a kind.</summary>
    public static ClockRule Of(ClockKind kind) => Rules[(int)kind];
}
