namespace Kpr.Core.Cases.Content;

/// <summary>Someone who will have access to the data (prosjektmedarbeider).</summary>
/// <param name="Name">Name.</param>
/// <param name="Affiliation">Employer.</param>
/// <param name="Country">Two letters, ISO 3166.</param>
/// <param name="From">First day of access; null from delivery.</param>
/// <param name="To">Last day of access; null to the end of the project.</param>
/// <param name="ConfirmedByController">Whether the data controller confirmed the person.</param>
public sealed record AccessPerson(
    string Name, string Affiliation, string Country = "NO", DateOnly? From = null, DateOnly? To = null, bool ConfirmedByController = false);
