namespace Kpr.Core.Pricing;

/// <summary>Kinds of bodies that price lists name as exempt. Source: fhi.no, "Fakturering og behandlingstid" (Kreftregisteret); R41.</summary>
public static class ExemptBodies
{
    /// <summary>Press and broadcasting.</summary>
    public const string Media = "media";

    /// <summary>Helsedirektoratet.</summary>
    public const string Helsedirektoratet = "helsedirektoratet";

    /// <summary>Members of a quality register's council, of their own register.</summary>
    public const string RegisterCouncil = "register-council";

    /// <summary>International organisations that the register is a partner of.</summary>
    public const string InternationalPartner = "international-partner";

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> All { get; } = [Media, Helsedirektoratet, RegisterCouncil, InternationalPartner];
}
