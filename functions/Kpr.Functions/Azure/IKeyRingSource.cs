using Kpr.Core.Sealing;

namespace Kpr.Functions.Azure;

/// <summary>Where the register's keys come from: Key Vault in Azure, a key file on one machine.</summary>
public interface IKeyRingSource
{
    /// <summary>The keys as they are now; kept in memory, never on disk.</summary>
    /// <exception cref="InvalidOperationException">The keys are missing, or are not keys.</exception>
    ValueTask<KeyRing> GetAsync(CancellationToken cancellationToken);
}
