namespace Kpr.Functions.Applications;

/// <summary>The tables and the container of cases, in the account <c>Cases</c>.</summary>
public static class CaseTables
{
    /// <summary>Name of the account's setting.</summary>
    public const string Account = "Cases";

    /// <summary>A partition a case: its events, its snapshot, its outbox and the keys of its commands.</summary>
    public const string Cases = "cases";

    /// <summary>A partition a work list; and those of cases whose outbox may hold something.</summary>
    public const string Lists = "caselists";

    /// <summary>Container of attachments and of values too large for a row, by case.</summary>
    public const string Files = "cases";
}
