namespace Kpr.Core.Cases;

/// <summary>
/// The numbered refusals. 1xx: who may. 2xx: where the case stands. 3xx: what was said. 4xx: deadlines. 5xx: the decision. 6xx: orders. 7xx: linkage.
/// 8xx: bills and notices. Numbers are never used again for something else.
/// </summary>
public static partial class Refusals
{
    private const string Own = "Eget valg";

    /// <summary>101.</summary>
    public static readonly Refusal NotYours = new(101, "Du har ikke tilgang til å gjøre dette i saken.", "You may not do this in the case.", "Rolletabellen (docs/case-rules.md)");

    /// <summary>102.</summary>
    public static readonly Refusal Conflicted = new(102, "Du er inhabil i saken.", "You are not impartial in the case.", "Forvaltningsloven kap. II; G15");

    /// <summary>103.</summary>
    public static readonly Refusal FourEyes = new(103, "To personer skal stå bak dette: den som gjorde arbeidet, avgjør det ikke selv.", "Two persons must stand behind this: whoever did the work does not decide on it.", "Eget valg; R49");

    /// <summary>104.</summary>
    public static readonly Refusal OtherRegister = new(104, "Dette gjelder en annen enhet enn din.", "This concerns another unit than yours.", "Forskrift 2023-01-11-48 § 4");

    /// <summary>105.</summary>
    public static readonly Refusal NotImpartial = new(105, "Personen er inhabil eller part i saken.", "The person is not impartial, or is a party.", "Forvaltningsloven kap. II; R49");

    /// <summary>106.</summary>
    public static readonly Refusal AnswerOfAnother = new(106, "Spørsmålet er stilt til en annen.", "The question was put to somebody else.", Own);

    /// <summary>107.</summary>
    public static readonly Refusal OnlyForYourself = new(107, "Du kan bare melde egen inhabilitet.", "You may declare only your own conflict of interest.", Own);

    /// <summary>200.</summary>
    public static readonly Refusal NoSuchCase = new(200, "Saken finnes ikke.", "There is no such case.", Own);

    /// <summary>201.</summary>
    public static readonly Refusal WrongPhase = new(201, "Dette kan ikke gjøres slik saken står nå.", "This cannot be done as the case stands.", "Tilstandstabellen (docs/case-rules.md)");

    /// <summary>202.</summary>
    public static readonly Refusal CaseExists = new(202, "Saken finnes allerede.", "The case exists already.", Own);

    /// <summary>203.</summary>
    public static readonly Refusal UnknownItem = new(203, "Det du viser til, finnes ikke i saken eller er avgjort.", "What you refer to is not in the case, or is settled.", Own);

    /// <summary>204.</summary>
    public static readonly Refusal IdInUse = new(204, "Det finnes allerede en slik som er åpen.", "There is one already.", Own);

    /// <summary>205.</summary>
    public static readonly Refusal WrongOrderState = new(205, "Dette kan ikke gjøres slik bestillingen står nå.", "This cannot be done as the order stands.", "Tilstandstabellen (docs/case-rules.md)");

    /// <summary>206.</summary>
    public static readonly Refusal UnknownOrder = new(206, "Bestillingen finnes ikke.", "There is no such order.", Own);

    /// <summary>207.</summary>
    public static readonly Refusal WrongLinkageState = new(207, "Dette kan ikke gjøres slik koblingen står nå.", "This cannot be done as the linkage stands.", "Tilstandstabellen (docs/case-rules.md)");

    /// <summary>208.</summary>
    public static readonly Refusal NoLinkage = new(208, "Ingen data skal kobles her.", "Nothing is to be linked here.", Own);

    /// <summary>209.</summary>
    public static readonly Refusal NoAppeal = new(209, "Det er ingen klage til behandling.", "There is no appeal under way.", Own);

    /// <summary>210.</summary>
    public static readonly Refusal WrongAppealState = new(210, "Dette kan ikke gjøres slik klagesaken står nå.", "This cannot be done as the appeal stands.", "Forvaltningsloven § 33");

    /// <summary>211.</summary>
    public static readonly Refusal AppealOpen = new(211, "En klage er til behandling.", "An appeal is under way.", Own);

    /// <summary>212.</summary>
    public static readonly Refusal AppealSettled = new(212, "Klagen over dette vedtaket er avgjort og kan ikke påklages på nytt.", "The appeal against this decision is settled.", "Forvaltningsloven § 28 tredje ledd");

    /// <summary>213.</summary>
    public static readonly Refusal NothingToAppeal = new(213, "Det er ikke fattet noe vedtak å klage på.", "There is no decision to appeal.", "Forskrift 2023-01-11-48 § 9");

    /// <summary>214.</summary>
    public static readonly Refusal NoRevocation = new(214, "Det er ikke varslet tilbakekall.", "No revocation is under way.", Own);

    /// <summary>215.</summary>
    public static readonly Refusal RevocationOpen = new(215, "Tilbakekall er allerede varslet.", "A revocation is under way already.", Own);

    /// <summary>216.</summary>
    public static readonly Refusal NothingOffered = new(216, "Statistikk er ikke tilbudt.", "No statistics were offered.", Own);

    /// <summary>217.</summary>
    public static readonly Refusal AlreadyStatistics = new(217, "Søknaden gjelder allerede statistikk.", "The application is for statistics already.", Own);

    /// <summary>218.</summary>
    public static readonly Refusal NothingReleased = new(218, "Ingen data er gjort tilgjengelige.", "No data were made available.", Own);

    /// <summary>219.</summary>
    public static readonly Refusal NothingRequested = new(219, "Det er ikke bedt om forlengelse.", "No extension was asked for.", Own);

    /// <summary>220.</summary>
    public static readonly Refusal NothingGranted = new(220, "Vedtaket åpner ikke for noen data.", "The decision opens no data.", "Forskrift 2023-01-11-48 § 10; R32");

    /// <summary>221.</summary>
    public static readonly Refusal ClockNotRunning = new(221, "Fristen løper ikke.", "The clock does not run.", Own);

    /// <summary>222.</summary>
    public static readonly Refusal ReasonsGivenAlready = new(222, "Vedtaket er begrunnet, eller finnes ikke.", "The decision has its reasons, or does not exist.", "Forvaltningsloven § 24");

    /// <summary>223.</summary>
    public static readonly Refusal ChangeOfOldDecision = new(223, "Endringssøknaden gjelder en annen versjon av vedtaket enn den som gjelder.", "The change is of another version of the decision than the one that counts.", Own);
}
