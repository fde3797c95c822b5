namespace Kpr.Core.Cases.Content;

/// <summary>Who answers for the project.</summary>
/// <param name="Contact">Contact person (kontaktperson).</param>
/// <param name="ProjectLeader">Project leader (prosjektleder).</param>
/// <param name="Controller">Data controller or research-responsible institution (dataansvarlig, forskningsansvarlig).</param>
/// <param name="CoResponsible">Others who share the responsibility.</param>
/// <param name="Processors">Data processors (databehandlere), with their agreements.</param>
public sealed record PartiesSection(
    Contact? Contact, Contact? ProjectLeader = null, Organisation? Controller = null, IReadOnlyList<Organisation>? CoResponsible = null,
    IReadOnlyList<Organisation>? Processors = null);
