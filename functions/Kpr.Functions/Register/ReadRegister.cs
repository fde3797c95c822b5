namespace Kpr.Functions.Register;

/// <summary>
/// The register of reads: whoever reads data about persons leaves a line in a log of its own, chained as all audit logs are, before he
/// reads. It says who, why and what, by names of partitions and ids of decisions; never a number or a key.
/// </summary>
/// <param name="audit">The audit log.</param>
public sealed class ReadRegister(AuditLog audit)
{
    /// <summary>Notes a read that is about to begin.</summary>
    /// <param name="at">When.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="purpose">What for: a fixed text.</param>
    /// <param name="what">What is read.</param>
    /// <param name="cancellationToken">Ends the work; nothing may be read then.</param>
    public Task NoteAsync(DateTimeOffset at, string actor, string purpose, string what, CancellationToken cancellationToken) =>
        audit.AppendAsync(new AuditEvent(at, actor, "read", what, "", purpose) { Log = AuditEvent.ReadsLog, Once = false }, cancellationToken);
}
