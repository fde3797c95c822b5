using Kpr.Core.Extracts.Keys;

namespace Kpr.Core.Extracts.Population;

/// <summary>A person of an extract.</summary>
/// <param name="Key">Her key in the project.</param>
/// <param name="Shift">By how many days her dates are moved; 0 for none.</param>
internal sealed record ExtractedPerson(ProjectKey Key, int Shift);
