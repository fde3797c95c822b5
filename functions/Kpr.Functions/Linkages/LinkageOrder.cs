namespace Kpr.Functions.Linkages;

/// <summary>An order of the keys of a batch (utstedelse av løpenumre), as it is kept.</summary>
/// <param name="Case">Id of the case: the linkage is the case's.</param>
/// <param name="Batch">Id of the batch, as the case has it.</param>
/// <param name="Project">Id of the project, whose keys persons get in the linked data.</param>
/// <param name="List">Id of the uploaded list of identity numbers: the population.</param>
/// <param name="Sources">The sources, the register among them.</param>
/// <param name="Linker">The linker.</param>
/// <param name="By">Who ordered: role and subject.</param>
/// <param name="At">When (UTC).</param>
public sealed record LinkageOrder(
    string Case, string Batch, string Project, string List, IReadOnlyList<LinkageParty> Sources, LinkageParty Linker, string By, DateTime At);
