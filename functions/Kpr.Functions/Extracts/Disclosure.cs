namespace Kpr.Functions.Extracts;

/// <summary>
/// What the disclosure ledger says of a delivery: the outcome of a line of the audit log, as JSON. The line itself says when, who released it, the id of the extract and the
/// recipient's organisation number.
/// </summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Order">Id of the register's order in it.</param>
/// <param name="Decision">Version of the decision.</param>
/// <param name="LegalBasis">The legal basis, as the application has it.</param>
/// <param name="Datasets">The datasets.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Persons">Number of persons.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="KeptUntil">Until when the line is kept: ten years.</param>
public sealed record Disclosure(
    string Case, string Order, int Decision, string LegalBasis, IReadOnlyList<string> Datasets, DateOnly From, DateOnly To, long Persons, long Rows, DateOnly KeptUntil)
{
    /// <summary>Id of the delivery whose persons these are, where they reached the recipient through a linker; null where the line's own id is it.</summary>
    public string? Through { get; init; }

    /// <summary>How many years a line is kept.</summary>
    public const int KeptYears = 10;

    /// <summary>The action of such a line.</summary>
    public const string Action = "disclosed";

    /// <summary>The chain of a year.</summary>
    public static string ChainOf(int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"disclosures/{year:D4}.jsonl");
}
