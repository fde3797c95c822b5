using Kpr.Core.Formats.Sources;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>Health stations and school health (helsestasjons- og skolehelsetjenesten): XPR 56.0.0, module hst.</summary>
public sealed class SchoolHealthFeed : XprFeed<SchoolConsultation, SchoolHealthEnvelope>
{
    /// <inheritdoc/>
    public override string Name => "school-health";

    /// <inheritdoc/>
    public override string RecordsInNorwegian => "konsultasjoner";

    /// <inheritdoc/>
    public override RegisterLayout Layout { get; } = new SchoolHealthLayout();

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> NamespaceMark => "npr.no/xmlstds/56_0_0_hst"u8;

    /// <inheritdoc/>
    protected override XprReader CreateReader(SourceContent source, SourceLimits limits) => new SchoolHealthReader(source, limits);

    /// <inheritdoc/>
    protected override bool Uses(GroupRule rule) => base.Uses(rule) || rule.Kind is FactKind.Person or FactKind.PersonNumber;

    /// <inheritdoc/>
    protected override void NoteFacts(SchoolConsultation record, bool rejected, IFactSink facts)
    {
        XprFacts.Note(record, facts);
        if (!rejected)
        {
            XprFacts.NotePerson(record, facts);
        }
    }
}
