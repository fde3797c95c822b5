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
