using Kpr.Core.Formats;
using Kpr.Core.Formats.KuhrDelivery;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K09: the rows beside the claims belong to a claim.</summary>
public sealed class K09RowsBelong() : ReaderRule("K09", Severity.RejectRecord, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Hver rad i person, diagnose og takst skal høre til en regning, og hver regning skal ha én person.";

    /// <inheritdoc/>
    public override string English => "Diagnosis, tariff and person rows point to an existing claim; a row that does not is dropped with a warning. A claim with several person rows is rejected.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller uttrekket: de fire filene skal ha de samme regningene.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller; at raden tas bort med en advarsel, er eget valg";

    /// <summary>Text of a claim with more than one person.</summary>
    public const string SeveralPersons = "Regningen har mer enn én rad i person.";

    /// <summary>A row without a claim.</summary>
    /// <param name="kind">The file.</param>
    /// <param name="line">1-based line in it.</param>
    public Fault Orphan(KuhrFileKind kind, long line) =>
        new(this, Severity.Warning, kind.Name(), line, $"En rad i {kind.Name()} hører ikke til noen regning i leveransen. Raden er ikke tatt med.");
}
