namespace Kpr.Core.Formats.Sources;

/// <summary>
/// Carries a fault of the source out of the parsers of the framework, which know no other way. Readers turn it
/// into a value at once.
/// </summary>
public sealed class SourceFaultException(Fault fault) : Exception(fault.Message)
{
    /// <summary>The fault.</summary>
    public Fault Fault => fault;
}
