using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package;

/// <summary>
/// All that a delivery says about itself: the one model that the table schema, the pages for people, the texts to be read first and the reading scripts are
/// rendered from. What recipients demand is the list of Statistics Norway, the Medical Birth Registry and helsedata.no: population, counts, duplicates, missing values,
/// variables with code lists, quality, method of pseudonymisation, end of use, contact.
/// </summary>
/// <param name="Title">Title of the project or extract.</param>
/// <param name="Project">Id of the project, whose keys name persons.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Order">Id of the register's order in it.</param>
/// <param name="DecisionVersion">Version of the decision that the extract carries out.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Catalogue">Version of the variable catalogue.</param>
/// <param name="Reference">Version of the reference data: code lists and municipalities.</param>
/// <param name="Manifests">The manifests of the register that were read, each with its version.</param>
/// <param name="Population">Whose data.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Persons">Persons in the extract as a whole.</param>
/// <param name="Tables">The tables, in order.</param>
/// <param name="Controller">The register's controller (dataansvarlig), by name.</param>
/// <param name="Contact">Who answers questions: an address of a mailbox or a telephone number.</param>
public sealed record Codebook(
    Bilingual Title, string Project, string Case, string Order, int DecisionVersion, DateTimeOffset Made, string Catalogue, string Reference,
    IReadOnlyList<string> Manifests, Bilingual Population, DateOnly From, DateOnly To, long Persons, IReadOnlyList<CodebookTable> Tables, string Controller, string Contact)
{
    /// <summary>What became of dates.</summary>
    public DateTreatment Dates { get; init; }

    /// <summary>How persons are named.</summary>
    public KeyMethod Keys { get; init; }

    /// <summary>What was made coarser, beyond what the form of a column says.</summary>
    public IReadOnlyList<Bilingual> Coarsening { get; init; } = [];

    /// <summary>What a user must know about quality.</summary>
    public IReadOnlyList<Bilingual> QualityNotes { get; init; } = [];

    /// <summary>Last day on which the data may be used; null where the decision has none.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Last day for their deletion; null where the decision has none.</summary>
    public DateOnly? DeletionOn { get; init; }

    /// <summary>What stands between the values of a line: comma, semicolon or tab.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The table of a name; null when there is none.</summary>
    public CodebookTable? Find(string table) => Tables.FirstOrDefault(one => one.Table.Name == table);
}
