namespace Kpr.Functions.Preparation.Extracts;

/// <summary>How much there is to do.</summary>
/// <param name="Goes">Whether it can be made; false when the order is refused.</param>
/// <param name="HasList">Whether a list of identity numbers is read.</param>
/// <param name="Scans">Units to read for the population.</param>
/// <param name="Buckets">Buckets of persons to join.</param>
/// <param name="Likes">Buckets of likes to choose controls in.</param>
/// <param name="Units">Units to extract.</param>
/// <param name="Tables">Tables to merge.</param>
public sealed record ExtractShare(bool Goes, bool HasList = false, int Scans = 0, int Buckets = 0, int Likes = 0, int Units = 0, int Tables = 0);
