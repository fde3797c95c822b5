namespace Kpr.Functions.Applications.Access;

/// <summary>Why a token is not taken.</summary>
public enum TokenFault
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>Expired, not yet valid, of another issuer, for another audience, wrongly signed, or no token at all. Which is not told.</summary>
    Invalid,

    /// <summary>It gives no role here, or not the one that was asked for.</summary>
    NoRole,

    /// <summary>It gives several, and none was chosen.</summary>
    SeveralRoles,

    /// <summary>The issuer's keys could not be had.</summary>
    IssuerUnreachable,
}
