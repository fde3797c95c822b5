using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.CareReport;

/// <summary>A person of KPR_IDE before it is written.</summary>
/// <param name="person">Whom it is about.</param>
/// <param name="environment">The environment that the file is addressed to.</param>
/// <param name="guid">The sender's GUID.</param>
/// <param name="localNumber">Local number.</param>
internal sealed class ReportPersonDraft(Person person, KprEnvironment environment, Guid guid, string localNumber) : RecordDraft(person, environment)
{
    /// <summary>The sender's GUID.</summary>
    public Guid Guid => guid;

    /// <summary>Local number.</summary>
    public string LocalNumber { get; set; } = localNumber;

    /// <summary>Whether the person is left out.</summary>
    public bool IsMissing { get; set; }

    /// <inheritdoc/>
    public override Severity MissingIdentity => Severity.RejectRecord;

    /// <inheritdoc/>
    public override string? RecordId => guid.ToString();
}
