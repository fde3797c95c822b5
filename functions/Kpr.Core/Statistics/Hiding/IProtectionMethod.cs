namespace Kpr.Core.Statistics.Hiding;

/// <summary>A way to protect the tables of a request. Suppression is one; rounding and noise by cell keys would be others.</summary>
public interface IProtectionMethod
{
    /// <summary>What it is called in requests and reports.</summary>
    string Name { get; }

    /// <summary>Protects.</summary>
    /// <param name="task">The tables.</param>
    /// <returns>What is published, and its audit.</returns>
    Protection Protect(ProtectionTask task);
}
