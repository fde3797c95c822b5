namespace Kpr.Core.Catalogue;

/// <summary>The municipalities of an earlier day that a municipality of a later day is compared with.</summary>
/// <param name="Earlier">Those of whose area it holds something, in ascending order of number; none when the number is not in use.</param>
/// <param name="IsSameArea">
/// Whether all their area has gone into it, so that their figures may be added up: true when nothing has changed, after a renumbering and
/// after a merger; false after a split, where nothing may be compared by machine.
/// </param>
public sealed record MunicipalityComparison(IReadOnlyList<Municipality> Earlier, bool IsSameArea);
