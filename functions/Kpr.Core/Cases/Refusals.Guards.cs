namespace Kpr.Core.Cases;

/// <content>5xx to 8xx: the decision, orders, linkage, bills and notices.</content>
public static partial class Refusals
{
    /// <summary>501.</summary>
    public static readonly Refusal DeficienciesOpen = new(501, "Mangler er ikke avklart.", "Deficiencies are not settled.", "Forvaltningsloven § 11 fjerde ledd; R24");

    /// <summary>502.</summary>
    public static readonly Refusal PrerequisitesOpen = new(502, "Andre har ikke svart.", "Others have not answered.", "Forskrift 2023-01-11-48 §§ 4 og 7; R15");

    /// <summary>503.</summary>
    public static readonly Refusal GatesNotPassed = new(503, "Lovens vilkår er ikke oppfylt eller ikke vurdert.", "Legal conditions are not fulfilled, or not judged.", "Helseregisterloven §§ 19–19 e; G1–G17");

    /// <summary>504.</summary>
    public static readonly Refusal EstimatesNotAccepted = new(504, "Prisoverslag er ikke godtatt.", "Estimates are not accepted.", "EHDS art. 62; eget valg");

    /// <summary>505.</summary>
    public static readonly Refusal RefusalReasonMissing = new(505, "Et avslag eller en avvisning skal vise til minst én regel som gjelder.", "A refusal or dismissal names at least one rule in force.", "Forvaltningsloven § 25; R26");

    /// <summary>506.</summary>
    public static readonly Refusal ReasonsMissing = new(506, "Vedtaket skal begrunnes med regler, fakta og hovedhensyn.", "The decision needs reasons: rules, facts, considerations.", "Forvaltningsloven §§ 24–25; R26");

    /// <summary>507.</summary>
    public static readonly Refusal PartOnly = new(507, "Når ikke alle datakilder innvilges, er vedtaket delvis innvilget.", "When not all sources are granted, the grant is partial.", Own);

    /// <summary>508.</summary>
    public static readonly Refusal ConditionUnfounded = new(508, "Et vilkår skal si hvordan det verner de registrerte.", "A condition says how it protects the persons.", "Helseregisterloven § 19 a fjerde ledd; R17");

    /// <summary>509.</summary>
    public static readonly Refusal EndMissing = new(509, "Vedtaket trenger en sluttdato fram i tid.", "The decision needs an end that lies ahead.", "Helseregisterloven § 19 a fjerde ledd");

    /// <summary>510.</summary>
    public static readonly Refusal PrerequisitesRefused = new(510, "En nødvendig godkjenning er avslått eller bortfalt.", "A required approval was refused, or lapsed.", "Helseregisterloven § 19 a; G7");

    /// <summary>511.</summary>
    public static readonly Refusal EffectSuspended = new(511, "Vedtaket har utsatt iverksetting.", "The effect of the decision is suspended.", "Forvaltningsloven § 42");

    /// <summary>512.</summary>
    public static readonly Refusal NotComplete = new(512, "Søknaden er ikke erklært komplett.", "The application was not declared complete.", "Helseregisterloven § 19 f; R21");

    /// <summary>513.</summary>
    public static readonly Refusal NewDecisionMissing = new(513, "Omgjøringen trenger et nytt vedtak.", "The change needs a new decision.", "Forvaltningsloven § 34");

    /// <summary>601.</summary>
    public static readonly Refusal DecisionNotCurrent = new(601, "Bestillingen eller uttrekket følger ikke det vedtaket som gjelder.", "Order or extract do not follow the decision that counts.", "Forskrift 2023-01-11-48 § 10; R32");

    /// <summary>602.</summary>
    public static readonly Refusal PersonsNotConfirmed = new(602, "Personer med tilgang er ikke bekreftet av dataansvarlig.", "Persons with access are not confirmed by the controller.", "EHDS art. 67(2)(a); forskrift 2023-01-11-48 § 4");

    /// <summary>603.</summary>
    public static readonly Refusal ReservationsNotApplied = new(603, "Reservasjoner er ikke fjernet fra uttrekket.", "Reservations were not applied to the extract.", "KPR-forskriften § 2-2; R20");

    /// <summary>604.</summary>
    public static readonly Refusal OutputNotChecked = new(604, "Uttrekket er ikke kontrollert.", "The output was not checked.", "Helseregisterloven § 19 a; G5");

    /// <summary>606.</summary>
    public static readonly Refusal GoesToLinker = new(606, "Bestillingen skal til koblende enhet.", "The order goes to the linker.", "Helseregisterloven § 19 c; R18");

    /// <summary>607.</summary>
    public static readonly Refusal NotJudgedAgain = new(607, "Når det er gitt dispensasjon, kan registeret ikke vurdere vilkårene på nytt.", "After a waiver the register may not judge the conditions again.", "Helseregisterloven § 19 a sjette ledd; R10, G10");

    /// <summary>701.</summary>
    public static readonly Refusal SourcesMissing = new(701, "Ikke alle datakilder er kommet til koblende enhet.", "Not all sources have come to the linker.", "Helseregisterloven § 19 c");

    /// <summary>702.</summary>
    public static readonly Refusal KeysNotIssued = new(702, "Løpenumre er ikke utstedt.", "Serial numbers are not issued.", "Forskrift 2023-01-11-48 § 5");

    /// <summary>703.</summary>
    public static readonly Refusal ConsentMissing = new(703, "Søker har ikke godtatt levering uten datakilden.", "The applicant has not agreed to do without the source.", Own);

    /// <summary>704.</summary>
    public static readonly Refusal LinkerIsController = new(704, "Registre etter § 9 b kobles uten at den dataansvarlige ser identiteten.", "Registers under § 9 b are linked without their controller seeing identifiers.", "Helseregisterloven § 19 c andre ledd; R19");

    /// <summary>705.</summary>
    public static readonly Refusal LinkerMissing = new(705, "Oppgi koblende enhet med gyldig organisasjonsnummer.", "Name the linker by a valid organisation number.", "Forskrift 2023-01-11-48 § 5; R18");

    /// <summary>706.</summary>
    public static readonly Refusal SameLinker = new(706, "Pek ut en annen koblende enhet.", "Name another linker.", Own);

    /// <summary>801.</summary>
    public static readonly Refusal BillState = new(801, "Dette kan ikke gjøres slik fakturaen står nå.", "This cannot be done as the bill stands.", "Bokføringsforskriften § 5-2-7");

    /// <summary>802.</summary>
    public static readonly Refusal BillNothing = new(802, "Det er ingenting å fakturere.", "There is nothing to bill.", Own);

    /// <summary>803.</summary>
    public static readonly Refusal BillAmount = new(803, "Beløpet stemmer ikke med fakturaen.", "The amount does not agree with the bill.", Own);

    /// <summary>804.</summary>
    public static readonly Refusal ReminderTooEarly = new(804, "Purring sendes tidligst 14 dager etter forfall.", "A reminder is sent 14 days after the due date at the earliest.", "Inkassoforskriften §§ 1-1 og 1-2; R47");

    /// <summary>811.</summary>
    public static readonly Refusal NoticeState = new(811, "Dette kan ikke gjøres slik meldingen står nå.", "This cannot be done as the notice stands.", Own);
}
