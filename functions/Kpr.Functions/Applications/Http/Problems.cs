using System.Reflection;
using Kpr.Core.Cases;

namespace Kpr.Functions.Applications.Http;

/// <summary>All that can go wrong with a request. docs/api-errors.md is made from here.</summary>
public static class Problems
{
    /// <summary>No token.</summary>
    public static readonly Problem NoToken = new(1001, 401, "Logg inn: forespørselen har ikke noe token.", "Sign in: the request has no bearer token.");

    /// <summary>The token is not taken.</summary>
    public static readonly Problem BadToken = new(1002, 401, "Tokenet godtas ikke. Logg inn på nytt.", "The token is not accepted. Sign in again.");

    /// <summary>The token gives no role here.</summary>
    public static readonly Problem NoRole = new(1003, 403, "Du har ingen rolle her.", "You have no role here.");

    /// <summary>Several roles.</summary>
    public static readonly Problem SeveralRoles = new(1004, 403, "Du har flere roller. Velg én med hodet Kpr-Role.", "You have several roles. Choose one with the header Kpr-Role.");

    /// <summary>The issuer does not answer.</summary>
    public static readonly Problem IssuerUnreachable = new(1005, 503, "Innloggingen svarer ikke. Prøv igjen senere.", "The sign-in service does not answer. Try again later.");

    /// <summary>No idempotency key.</summary>
    public static readonly Problem NoKey = new(1010, 428, "Hodet Idempotency-Key mangler.", "The header Idempotency-Key is missing.");

    /// <summary>No version.</summary>
    public static readonly Problem NoVersion = new(1011, 428, "Hodet If-Match mangler: oppgi ETag-en du sist fikk av saken.", "The header If-Match is missing: give the ETag you last had of the case.");

    /// <summary>A header is malformed.</summary>
    public static readonly Problem BadHeader = new(1012, 400, "Et hode har feil form.", "A header is malformed.");

    /// <summary>Somebody was first.</summary>
    public static readonly Problem Outdated = new(1013, 412, "Saken er endret siden du leste den. Se hva som er nytt, og prøv igjen.", "The case has changed since you read it. See what is new, and try again.");

    /// <summary>The key was used for something else.</summary>
    public static readonly Problem KeyInUse = new(1014, 422, "Idempotency-Key er brukt til noe annet.", "The Idempotency-Key was used for something else.");

    /// <summary>No such case, or none that the sender may read.</summary>
    public static readonly Problem NotFound = new(1020, 404, "Det finnes ingen slik sak, eller du har ikke tilgang til den.", "There is no such case, or you may not read it.");

    /// <summary>The body is too long.</summary>
    public static readonly Problem TooLarge = new(1021, 413, "Forespørselen er for stor.", "The request is too large.");

    /// <summary>The body is no JSON object.</summary>
    public static readonly Problem BadJson = new(1022, 400, "Innholdet er ikke et gyldig JSON-objekt.", "The body is not a valid JSON object.");

    /// <summary>The body is of another type.</summary>
    public static readonly Problem NotJson = new(1023, 415, "Innholdet skal være application/json.", "The body must be application/json.");

    /// <summary>A parameter is malformed.</summary>
    public static readonly Problem BadParameter = new(1024, 400, "En parameter mangler eller har feil form.", "A parameter is missing or malformed.");

    /// <summary>Not for this role.</summary>
    public static readonly Problem NotForRole = new(1025, 403, "Dette er ikke for din rolle.", "This is not for your role.");

    /// <summary>Nothing of the kind in the case.</summary>
    public static readonly Problem NotThere = new(1026, 404, "Saken har ikke dette.", "The case does not have this.");

    /// <summary>A type of file that is not taken.</summary>
    public static readonly Problem FileType = new(1040, 415, "Filtypen tas ikke imot. Bruk PDF, Word, Excel, OpenDocument, PNG, JPEG, CSV eller tekst.", "The type of file is not accepted. Use PDF, Word, Excel, OpenDocument, PNG, JPEG, CSV or text.");

    /// <summary>A file that is not what it says.</summary>
    public static readonly Problem FileLies = new(1041, 422, "Filen er ikke av den typen navnet eller Content-Type sier.", "The file is not of the type that its name or Content-Type says.");

    /// <summary>A file that must not be handed out.</summary>
    public static readonly Problem FileHeld = new(1042, 409, "Filen er ikke kontrollert ennå, eller ble stanset i kontrollen.", "The file is not scanned yet, or was refused by the scan.");

    /// <summary>No such bill, document or action.</summary>
    public static readonly Problem NoBill = new(1050, 404, "Det finnes ingen slik faktura, dokument eller handling.", "There is no such bill, document or action.");

    /// <summary>A table that cannot be made as it was ordered.</summary>
    public static readonly Problem BadTable = new(1060, 422, "Tabellen kan ikke lages slik.", "The table cannot be made as ordered.");

    /// <summary>A case that no table can be made for.</summary>
    public static readonly Problem NoTableCase = new(1080, 409, "Saken venter ikke på en tabell: den gjelder ikke statistikk, eller har ingen åpen bestilling hos registeret.", "The case does not wait for a table: it is not of statistics, or has no open order at the register.");

    /// <summary>No such table.</summary>
    public static readonly Problem NoTable = new(1061, 404, "Det finnes ingen slik tabell, eller den er ikke ferdig.", "There is no such table, or it is not finished.");

    /// <summary>No such variable.</summary>
    public static readonly Problem NoVariable = new(1062, 404, "Variabelkatalogen har ikke dette.", "The variable catalogue does not have this.");

    /// <summary>A list of variables with a mistake in it.</summary>
    public static readonly Problem BadList = new(1063, 422, "Variabellisten kan ikke lagres.", "The list of variables cannot be saved.");

    /// <summary>No such extract, or none that the sender may see.</summary>
    public static readonly Problem NoExtract = new(1064, 404, "Det finnes ikke noe slikt uttrekk, eller det har ikke denne filen ennå.", "There is no such extract, or it does not have this file yet.");

    /// <summary>An extract that cannot be made as it was ordered.</summary>
    public static readonly Problem BadExtract = new(1065, 422, "Uttrekket kan ikke lages slik.", "The extract cannot be made as ordered.");

    /// <summary>The case does not open the register for an extract today.</summary>
    public static readonly Problem ExtractClosed = new(1066, 409, "Saken åpner ikke for uttrekket nå.", "The case does not allow the extract now.");

    /// <summary>An extract that is not where it can be released.</summary>
    public static readonly Problem ExtractState = new(1067, 409, "Uttrekket kan ikke frigis slik det står nå.", "The extract cannot be released as it stands.");

    /// <summary>A release above the limits without a reason.</summary>
    public static readonly Problem ReasonMissing = new(
        1068, 422, "Risikotallene er over grensene. Gi en begrunnelse på høyst 2000 tegn.", "The risk figures are above the limits. Give a reason of at most 2,000 letters.");

    /// <summary>The recipient has given no certificate.</summary>
    public static readonly Problem NoCertificate = new(1069, 409, "Mottakeren har ikke lagt inn noe sertifikat.", "The recipient has not given a certificate.");

    /// <summary>A certificate that deliveries cannot be encrypted to.</summary>
    public static readonly Problem BadCertificate = new(1070, 422, "Sertifikatet kan ikke brukes.", "The certificate cannot be used.");

    /// <summary>An upload that is no list encrypted to the register.</summary>
    public static readonly Problem NotEncrypted = new(
        1071, 422, "Listen er ikke kryptert til registeret. Den er ikke lagret. Krypter den til sertifikatet fra /api/cohort-certificate (CMS, DER).",
        "The list is not encrypted to the register. It was not stored. Encrypt it to the certificate of /api/cohort-certificate (CMS, DER).");

    /// <summary>The register's certificate is not made yet.</summary>
    public static readonly Problem NoRegisterCertificate = new(
        1072, 503, "Registerets sertifikat er ikke laget ennå. Prøv igjen om et minutt.", "The register's certificate is not made yet. Try again in a minute.");

    /// <summary>No such delivery, or none to the sender.</summary>
    public static readonly Problem NoDelivery = new(1073, 404, "Det finnes ingen slik leveranse til deg, eller den har ikke denne filen.", "There is no such delivery to you, or it does not have this file.");

    /// <summary>A delivery whose time is out.</summary>
    public static readonly Problem DeliveryExpired = new(1074, 410, "Fristen for å hente leveransen er ute. Be registeret om å levere på nytt.", "The delivery has expired. Ask the register to deliver again.");

    /// <summary>A file that was fetched as often as it may be.</summary>
    public static readonly Problem DeliveryUsed = new(1075, 403, "Filen er hentet så mange ganger som den kan. Ta kontakt med registeret.", "The file was fetched as often as it can be. Contact the register.");

    /// <summary>A delivery that the case has closed, or that lies elsewhere.</summary>
    public static readonly Problem DeliveryClosed = new(1076, 409, "Leveransen er lukket: kalt tilbake, stanset, eller ikke å hente her.", "The delivery is closed: recalled, suspended, or not to be fetched here.");

    /// <summary>An analysis room that the settings do not name.</summary>
    public static readonly Problem NoRoom = new(1077, 422, "Analyserommet er ikke kjent.", "The analysis room is not known.");

    /// <summary>A command that an extract gives.</summary>
    public static readonly Problem ByExtract = new(
        1078, 409, "Dette gjøres gjennom uttrekket, se /api/extracts.", "This is done by the extract, see /api/extracts.");

    /// <summary>An upload that is not encrypted to whom it is for.</summary>
    public static readonly Problem NotSealed = new(
        1081, 422, "Filen er ikke kryptert til mottakerens sertifikat. Den er ikke lagret. Krypter den som CMS EnvelopedData (DER).",
        "The file is not encrypted to its recipient's certificate. It was not stored. Encrypt it as CMS EnvelopedData (DER).");

    /// <summary>A linkage that does not stand so that this can be done.</summary>
    public static readonly Problem LinkageClosed = new(1082, 409, "Koblingen står ikke slik at dette kan gjøres nå.", "The linkage does not stand so that this can be done now.");

    /// <summary>Parties of a linkage without a certificate.</summary>
    public static readonly Problem PartyCertificates = new(
        1083, 409, "Noen av partene i koblingen har ikke lagt inn et gyldig sertifikat.", "Some of the parties of the linkage have not given a valid certificate.");

    /// <summary>A list that was not uploaded.</summary>
    public static readonly Problem NoList = new(1084, 422, "Søkeren har ikke lastet opp denne listen.", "The applicant has not uploaded this list.");

    /// <summary>No such file of a linkage, or not for the sender.</summary>
    public static readonly Problem NoLinkageFile = new(1085, 404, "Koblingen har ingen slik fil til deg.", "The linkage has no such file for you.");

    /// <summary>Something does not answer.</summary>
    public static readonly Problem Outage = new(1090, 503, "En tjeneste svarer ikke. Prøv igjen med samme Idempotency-Key.", "A service does not answer. Try again with the same Idempotency-Key.");

    /// <summary>All, by number.</summary>
    public static IReadOnlyList<Problem> All { get; } =
    [
        .. typeof(Problems).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Problem>().OrderBy(problem => problem.Number),
    ];

    /// <summary>The HTTP status of a refusal by a rule.</summary>
    public static int StatusOf(Refusal refusal) => refusal.Number switch
    {
        101 or 102 or 103 or 104 or 106 or 107 => 403,
        200 or 320 => 404,
        >= 321 and <= 329 => 400,
        >= 300 and < 400 => 422,
        _ => 409,
    };
}
