using Kpr.Core.Extracts.Keys;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Population;

/// <summary>A person of an extract.</summary>
/// <param name="key">Her key in the project.</param>
/// <param name="shift">By how many days her dates are moved; 0 for none.</param>
/// <param name="current">Her register key now.</param>
internal sealed class ExtractedPerson(ProjectKey key, int shift, PersonKey current)
{
    /// <summary>Her key in the project.</summary>
    public ProjectKey Key { get; } = key;

    /// <summary>By how many days her dates are moved; 0 for none.</summary>
    public int Shift { get; } = shift;

    /// <summary>Her register key now.</summary>
    public PersonKey Current { get; } = current;

    /// <summary>Whether a row of hers was taken.</summary>
    public bool HasRows { get; set; }
}
