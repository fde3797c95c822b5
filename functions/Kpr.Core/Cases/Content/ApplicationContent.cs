namespace Kpr.Core.Cases.Content;

/// <summary>What the applicant has filled in, by section; a section that was never touched is null. Sections are saved apart, so that co-editors do not overwrite each other.</summary>
/// <param name="Project">The project.</param>
/// <param name="Parties">Who answers for it.</param>
/// <param name="People">Who has access.</param>
/// <param name="Purpose">What the data are for.</param>
/// <param name="Sources">What data are wanted.</param>
/// <param name="Linkage">How they are linked.</param>
/// <param name="Legal">The legal ground.</param>
/// <param name="Security">How they are kept.</param>
/// <param name="Delivery">How they are wanted.</param>
/// <param name="Invoice">Who pays.</param>
public sealed record ApplicationContent(
    ProjectSection? Project = null, PartiesSection? Parties = null, PeopleSection? People = null, PurposeSection? Purpose = null,
    SourcesSection? Sources = null, LinkageSection? Linkage = null, LegalSection? Legal = null, SecuritySection? Security = null,
    DeliverySection? Delivery = null, InvoiceSection? Invoice = null)
{
    /// <summary>Nothing filled in.</summary>
    public static ApplicationContent Empty { get; } = new();

    /// <summary>Whether any section is there.</summary>
    public bool IsEmpty => this == Empty;

    /// <summary>This content with the sections of a change in place of its own.</summary>
    public ApplicationContent With(ApplicationContent change) => new(
        change.Project ?? Project, change.Parties ?? Parties, change.People ?? People, change.Purpose ?? Purpose, change.Sources ?? Sources,
        change.Linkage ?? Linkage, change.Legal ?? Legal, change.Security ?? Security, change.Delivery ?? Delivery, change.Invoice ?? Invoice);
}
