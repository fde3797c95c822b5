using System.Text.RegularExpressions;

namespace Kpr.Core.Formats;

/// <summary>
/// What an application receipt (AppRec) repeats of the message that it answers. Only what has the form of a code, a number
/// of nine digits or less, or a time: nothing here can be an identity number.
/// </summary>
/// <param name="MessageType">Message type, list 8279, for example KPR_IPL or LOM; null when it is none.</param>
/// <param name="IssuedAt">When the message was made, Norwegian local time.</param>
/// <param name="Organisation">The sender's organisation number, nine digits.</param>
/// <param name="HerId">The sender's communication address, up to nine digits.</param>
public sealed partial record MessageOrigin(string? MessageType, DateTime? IssuedAt, string? Organisation, string? HerId)
{
    // Of list 8279, what the register takes.
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["KPR_IPL"] = "KPR, fagmelding om helse og omsorg",
        ["KPR_IDE"] = "KPR, identmelding om helse og omsorg",
        ["KPR_HST"] = "KPR, helsestasjon og skolehelsetjeneste",
        ["LOM"] = "Legeoppgjør",
        ["FOM"] = "Fysioterapeutoppgjør",
        ["KOM"] = "Kiropraktoroppgjør",
        ["TOM"] = "Tannlegeoppgjør",
        ["TPM"] = "Tannpleieroppgjør",
        ["HOM"] = "Helsestasjonsoppgjør",
        ["PJM"] = "Oppgjør for privat jordmor",
        ["LGM"] = "Logopedoppgjør",
        ["APM"] = "Audiopedagogoppgjør",
        ["OOM"] = "Ortoptistoppgjør",
    };

    /// <summary>Name of the message type; null where there is none.</summary>
    public string? TypeName => MessageType is null ? null : Types[MessageType];

    /// <summary>An origin of what a message states; what has not the form of its kind is left out.</summary>
    public static MessageOrigin Of(string? messageType, DateTime? issuedAt, string? organisation = null, string? herId = null) => new(
        messageType is not null && Types.ContainsKey(messageType) ? messageType : null,
        issuedAt,
        organisation is not null && OrganisationForm().IsMatch(organisation) ? organisation : null,
        herId is not null && HerIdForm().IsMatch(herId) ? herId : null);

    [GeneratedRegex(@"^[0-9]{9}\z")]
    private static partial Regex OrganisationForm();

    [GeneratedRegex(@"^[0-9]{1,9}\z")]
    private static partial Regex HerIdForm();
}
