namespace Kpr.Core.Cases;

/// <content>3xx and 4xx: what was said, and deadlines.</content>
public static partial class Refusals
{
    /// <summary>301.</summary>
    public static readonly Refusal MandatoryMissing = new(301, "Søknaden mangler opplysninger som må fylles ut før den sendes.", "The application lacks what must be filled in before it is sent.", "Regelpakken (docs/case-rules.md)");

    /// <summary>302.</summary>
    public static readonly Refusal AttachmentsNotScanned = new(302, "Vedlegg er ikke kontrollert, eller ble stanset i kontrollen.", "Attachments are not scanned, or were refused by the scan.", Own);

    /// <summary>303.</summary>
    public static readonly Refusal TextMissing = new(303, "Feltet må fylles ut.", "The field must be filled in.", Own);

    /// <summary>304.</summary>
    public static readonly Refusal AttachmentSent = new(304, "Vedlegget er en del av en innsendt versjon og kan ikke fjernes.", "The attachment belongs to a version that was sent in.", Own);

    /// <summary>305.</summary>
    public static readonly Refusal NoItems = new(305, "Oppgi minst ett punkt, knyttet til et felt, med tekst.", "Give at least one item, tied to a field, with a text.", "Forvaltningsloven § 11 fjerde ledd; R24");

    /// <summary>306.</summary>
    public static readonly Refusal AttachmentLimits = new(306, "Vedlegget er for stort eller tomt, eller det er for mange.", "The attachment is too large or empty, or there are too many.", Own);

    /// <summary>307.</summary>
    public static readonly Refusal DateInFuture = new(307, "Datoen er i framtiden.", "The date lies in the future.", Own);

    /// <summary>308.</summary>
    public static readonly Refusal DateNotAhead = new(308, "Datoen må ligge fram i tid.", "The date must lie ahead.", Own);

    /// <summary>309.</summary>
    public static readonly Refusal AmountMissing = new(309, "Oppgi tid eller beløp, og hva det gjelder.", "Give time or amount, and what it is for.", "Helseregisterloven § 19 g; R37");

    /// <summary>310.</summary>
    public static readonly Refusal NotASource = new(310, "Registeret er ikke en datakilde i saken eller vedtaket.", "The register is no source in the case or decision.", Own);

    /// <summary>311.</summary>
    public static readonly Refusal ResultsReveal = new(311, "Publiserte resultater skal ikke kunne røpe personer eller apotek.", "Published results must not reveal persons or pharmacies.", "LMR-forskriften § 4-2; R48, G17");

    /// <summary>320.</summary>
    public static readonly Refusal UnknownCommand = new(320, "Kommandoen finnes ikke.", "There is no such command.", Own);

    /// <summary>321.</summary>
    public static readonly Refusal Malformed = new(321, "Opplysningene har feil form, eller noe mangler.", "The members are malformed, or one is missing.", Own);

    /// <summary>322.</summary>
    public static readonly Refusal BeyondLimits = new(322, "En tekst eller liste er for lang, eller har ulovlige tegn.", "A text or list is too long, or has control characters.", Own);

    /// <summary>401.</summary>
    public static readonly Refusal AppealTooLate = new(401, "Klagefristen er ute. Oppgi hvorfor klagen er forsinket.", "The appeal period is over. Say why the appeal is late.", "Forvaltningsloven §§ 29 og 31; R28");

    /// <summary>402.</summary>
    public static readonly Refusal AppealAfterYear = new(402, "Det er gått mer enn ett år siden vedtaket.", "More than a year has passed since the decision.", "Forvaltningsloven § 31; R30");

    /// <summary>403.</summary>
    public static readonly Refusal NoticesNotProven = new(403, "Det er ikke dokumentert at begge meldingene kom fram.", "It is not proven that both notices arrived.", "Helsedataservice, nye krav til søker; R25");

    /// <summary>404.</summary>
    public static readonly Refusal PeriodsNotOver = new(404, "Søker har fortsatt tid til å svare.", "The applicant still has time to answer.", "Helsedataservice, nye krav til søker; R25");

    /// <summary>405.</summary>
    public static readonly Refusal PromiseTooEarly = new(405, "Sannsynlig dato må ligge etter den lovbestemte fristen.", "The likely date must lie after the statutory one.", "Helseregisterloven § 19 f andre ledd; R22");

    /// <summary>406.</summary>
    public static readonly Refusal ExtensionTooLate = new(406, "Forlengelse må søkes senest en måned før utløp.", "An extension is asked for at least a month before the end.", "EHDS art. 68(12); R56");

    /// <summary>407.</summary>
    public static readonly Refusal ExtensionUsed = new(407, "Tillatelsen er allerede forlenget én gang.", "The permit was extended once already.", "EHDS art. 68(12); R55");

    /// <summary>408.</summary>
    public static readonly Refusal PermitTooLong = new(408, "En tillatelse gjelder høyst ti år.", "A permit lasts ten years at most.", "EHDS art. 68(12); R55");

    /// <summary>409.</summary>
    public static readonly Refusal AppealPeriodNotOver = new(409, "Bestillinger sendes først når klagefristen er ute og ingen klage er til behandling.", "Orders go out when the appeal period is over and no appeal is under way.", "Eget valg; forvaltningsloven § 42");

    /// <summary>410.</summary>
    public static readonly Refusal DetrimentTooLate = new(410, "Varsel om endring til skade skal gis innen tre måneder.", "Notice of detriment is given within three months.", "Forvaltningsloven § 34; R31");

    /// <summary>411.</summary>
    public static readonly Refusal DetrimentNotNoticed = new(411, "Vedtaket kan ikke endres til skade for klageren uten varsel i tide.", "The decision cannot be changed to the appellant's detriment without notice in time.", "Forvaltningsloven § 34; R31");

    /// <summary>412.</summary>
    public static readonly Refusal HearingNotOver = new(412, "Databruker har fortsatt tid til å uttale seg.", "The data user still has time to be heard.", "Forvaltningsloven § 16; EHDS art. 63");
}
