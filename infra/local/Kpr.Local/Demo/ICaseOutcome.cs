using Kpr.Local.Playing;

namespace Kpr.Local.Demo;

/// <summary>The data of a played case: made, let go and fetched by its parties while it is played, and shown when it is over.</summary>
internal interface ICaseOutcome : IPlayedWork
{
    /// <summary>Tells what the applicant received.</summary>
    /// <returns>Whether it came, and is what it should be.</returns>
    Task<bool> ShowAsync();
}
