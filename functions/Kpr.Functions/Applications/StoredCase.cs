using Azure;
using Kpr.Core.Cases;

namespace Kpr.Functions.Applications;

/// <summary>A case as it was read, with what an append must know.</summary>
/// <param name="State">The case; <see cref="CaseState.New"/> when there is none.</param>
/// <param name="Hash">Hash of its last event (<see cref="EventChain"/>).</param>
/// <param name="ETag">Version of its row in storage; default when there is none.</param>
public sealed record StoredCase(CaseState State, string Hash, ETag ETag)
{
    /// <summary>Whether there is such a case.</summary>
    public bool Exists => State.Version > 0;

    /// <summary>A case that does not exist.</summary>
    public static StoredCase None(string caseId) => new(CaseState.New(caseId), EventChain.Start, default);
}
