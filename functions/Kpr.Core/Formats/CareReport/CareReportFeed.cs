using System.Text;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.CareReport;

/// <summary>The annual care report (årsrapporten): KPR_IDE and KPR_IPL, two shipments that belong together, and the years of IPLOS.</summary>
public sealed class CareReportFeed : Feed<CareReportRecord, CareReportEnvelope>
{
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes(CareReportNames.NamespaceMark);

    /// <inheritdoc/>
    public override string Name => "care-report";

    /// <inheritdoc/>
    public override string RecordsInNorwegian => "brukere eller personer";

    /// <inheritdoc/>
    public override bool IsMunicipal => true;

    /// <inheritdoc/>
    public override RegisterLayout Layout { get; } = new CareReportLayout();

    /// <inheritdoc/>
    public override bool Recognises(SourceContent source) => source.Kind == SourceKind.Xml && source.Head.Span.IndexOf(Mark) >= 0;

    /// <inheritdoc/>
    public override RecordReader Open(SourceContent source, SourceLimits limits) => source.Kind == SourceKind.Xml
        ? new CareReportReader(source, limits)
        : throw new SourceFaultException(The<F01Readable>.Rule.Unreadable());

    /// <inheritdoc/>
    public override FileSet BeginSet() => new CareReportSet(this);

    /// <summary>One for the nation: a person may be in several municipalities.</summary>
    public override string MemoryScope(string sender) => Name;

    /// <inheritdoc/>
    public override bool Remembers(in Fact fact) => fact.Kind is FactKind.PersonYear or FactKind.LocalNumber;

    /// <inheritdoc/>
    public override bool RemembersRecordIds => false;

    /// <inheritdoc/>
    public override bool TellsPersonsApart => true;

    /// <summary>Birth year and sex by the number are told by the other shipment.</summary>
    public override bool IsOfOneRecord(string rule) => rule is not ("I14" or "I15") && base.IsOfOneRecord(rule);

    /// <inheritdoc/>
    public override IRecordJudge JudgeRecords(FileContext file, IFactSink facts) => new Judge(file, facts);

    /// <inheritdoc/>
    protected override bool Uses(GroupRule rule) =>
        rule.Id == "E13" || rule.Kind is FactKind.Person or FactKind.PersonNumber or FactKind.ReportMatch or FactKind.PersonYear or FactKind.LocalNumber;

    /// <inheritdoc/>
    protected override void NoteFacts(CareReportRecord record, bool rejected, IFactSink facts)
    {
        if (record is ReportedPerson person)
        {
            CareReportFacts.Note(person, rejected, facts);
        }
        else
        {
            CareReportFacts.Note((CareUser)record, rejected, facts);
        }
    }

    // Two types of record, each with rules of its own; a file holds one of them. Where the report does not say its year,
    // which rejects it, what a user had in the year cannot be judged.
    private sealed class Judge(FileContext file, IFactSink facts) : IRecordJudge
    {
        private readonly RecordJudge<ReportedPerson> _persons = new(file, facts, CareReportFacts.Note);
        private readonly RecordJudge<CareUser> _users = new(file, facts, CareReportFacts.Note);
        private readonly RecordJudge<CareUser> _formOfUsers = new(file, facts, CareReportFacts.Note, formOnly: true);

        RecordVerdict IRecordJudge.Judge(FeedRecord record) =>
            record is ReportedPerson ? _persons.Judge(record)
            : record is CareUser { Report.DataYear: null } ? _formOfUsers.Judge(record)
            : _users.Judge(record);
    }
}
