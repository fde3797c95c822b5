using Kpr.Core.Sealing;

namespace Kpr.Functions.Azure;

/// <summary>Where the register's keys come from: Key Vault in Azure, a key file on one machine.</summary>
public interface IKeyRingSource
{
    /// <summary>The keys as they are now; kept in memory, never on disk.</summary>
    /// <exception cref="InvalidOperationException">The keys are missing, or are not keys.</exception>
    ValueTask<KeyRing> GetAsync(CancellationToken cancellationToken);

    /// <summary>Adds a key that new content will be sealed with; keys are never taken off the ring.</summary>
    /// <returns>Version of the new key. Where several hosts share the keys it seals only when all of them can know it.</returns>
    Task<int> RotateAsync(CancellationToken cancellationToken);
}
