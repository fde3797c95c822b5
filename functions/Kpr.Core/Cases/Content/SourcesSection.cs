namespace Kpr.Core.Cases.Content;

/// <summary>What data are wanted.</summary>
/// <param name="Sources">The registers.</param>
/// <param name="Population">Criteria for who is in the data, controls and relatives with them, and who supplies a list of ids.</param>
/// <param name="MentionedRegisters">Registers named in the project description, for comparison with the sources.</param>
/// <param name="TableMockup">Id of the attachment with a mock-up of the tables, for statistics.</param>
public sealed record SourcesSection(
    IReadOnlyList<RequestedSource> Sources, string? Population = null, IReadOnlyList<string>? MentionedRegisters = null, string? TableMockup = null);
