namespace Kpr.Core.Formats.Sources;

/// <summary>The files that stand beside a file and belong to it: those that a manifest names.</summary>
public interface ISourceParts
{
    /// <summary>Opens a file.</summary>
    /// <param name="name">Its name as the manifest has it; never a path.</param>
    /// <returns>Its bytes as they lie in storage; null when it is not there.</returns>
    /// <exception cref="IOException">It is there, but cannot be read.</exception>
    Stream? Open(string name);
}
