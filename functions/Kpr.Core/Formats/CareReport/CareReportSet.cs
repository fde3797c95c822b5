using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Memory;
using Kpr.Core.Rules;
using Kpr.Core.Rules.CareReport;

namespace Kpr.Core.Formats.CareReport;

/// <summary>
/// Shipments that are given together: pairs are matched, and persons over municipalities. A shipment whose counterpart is
/// not among them, or is rejected as a whole, is judged on its own: what is not given is not missed.
/// </summary>
internal sealed class CareReportSet(CareReportFeed feed) : FileSet
{
    private readonly Dictionary<string, Member> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public override void Add(string file, Stream stored, FileContext context, SourceLimits limits)
    {
        using var source = SourceContent.Open(stored, limits);
        using var facts = new LinkFacts();
        using var reader = feed.TryOpen(source, limits, out _);
        var judge = feed.JudgeRecords(context, facts);
        var accepted = 0L;
        var refused = false;
        while (reader is not null && reader.Read())
        {
            var verdict = judge.Judge(reader.Record);
            accepted += verdict.Rejected ? 0 : 1;
            refused |= verdict.Findings.Any(finding => finding.Severity == Severity.RejectFile);
        }

        var (_, sha256) = source.Finish();
        if (reader is { Fatal: null, Envelopes: [var envelope] } && ShipmentSummary.Of(envelope) is { } summary && _seen.Add(sha256) && !refused
            && (accepted > 0 || reader.Records == 0)
            && feed.JudgeEnvelope(envelope, context).All(finding => finding.Severity != Severity.RejectFile))
        {
            _members.Add(file, new Member(summary, facts.Runs.Merge()));
        }
    }

    public override void Match()
    {
        var firsts = new Dictionary<(string, int, long, CareReportShipment), Member>();
        foreach (var (_, member) in _members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            var own = member.Summary;
            if (!firsts.TryAdd((own.Municipality, own.Year, own.SerialNumber, own.Shipment), member))
            {
                member.Tell(The<F14SerialRises>.Rule.UsedBefore(own.Shipment));
            }
        }

        var alone = new List<Member>();
        var pairs = new List<(Member Identity, Member Professional)>();
        foreach (var ((municipality, year, serial, shipment), member) in firsts)
        {
            if (!firsts.TryGetValue((municipality, year, serial, member.Summary.Counterpart), out var other))
            {
                alone.Add(member);
            }
            else if (shipment == CareReportShipment.Identity)
            {
                pairs.Add((member, other));
            }
        }

        MatchLeftOver(alone);
        MatchPersons(pairs);
    }

    public override Surroundings Of(string file) =>
        _members.TryGetValue(file, out var member) ? new Surroundings(member.Findings, member.SortedFacts()) : Surroundings.None;

    public override void Dispose()
    {
        foreach (var member in _members.Values)
        {
            member.Dispose();
        }

        base.Dispose();
    }

    private static void MatchLeftOver(List<Member> alone)
    {
        foreach (var one in alone)
        {
            foreach (var other in alone.Where(other => ShipmentPair.AreMeantForEachOther(one.Summary, other.Summary)))
            {
                one.TellDisagreements(other);
            }
        }
    }

    private static void MatchPersons(List<(Member Identity, Member Professional)> pairs)
    {
        var persons = new PersonsOfReports();
        var current = pairs.GroupBy(pair => (pair.Identity.Summary.Municipality, pair.Identity.Summary.Year))
            .ToDictionary(group => group.Key, group => group.Max(pair => pair.Identity.Summary.SerialNumber));
        using (persons)
        {
            foreach (var (identity, professional) in pairs)
            {
                identity.TellDisagreements(professional);
                professional.TellDisagreements(identity);
                if (identity.Findings.Count > 0)
                {
                    continue;
                }

                var (municipality, year, serial) = (identity.Summary.Municipality, identity.Summary.Year, identity.Summary.SerialNumber);
                var file = current[(municipality, year)] == serial ? persons.Begin(professional.Facts) : -1;
                ShipmentPair.Match(
                    identity.Links, professional.Links, identity.Facts.Add, professional.Facts.Add,
                    file < 0 ? null : (person, user) => persons.Add(file, professional.Summary, person, user));
            }

            persons.Tell();
        }
    }

    private sealed class Member : IDisposable
    {
        private readonly FactSpool _links = new();

        public Member(ShipmentSummary summary, IEnumerable<Fact> links)
        {
            Summary = summary;
            foreach (var link in links)
            {
                _links.Add(link);
            }
        }

        public ShipmentSummary Summary { get; }

        public IEnumerable<Fact> Links => _links.Read();

        public List<Finding> Findings { get; } = [];

        public List<Fact> Facts { get; } = [];

        public void Tell(Fault fault) => Findings.Add(FileJudge.AsFinding(fault));

        public void TellDisagreements(Member other)
        {
            foreach (var fault in ShipmentPair.Disagreements(Summary, other.Summary))
            {
                Tell(fault);
            }
        }

        public List<Fact> SortedFacts()
        {
            Facts.Sort(static (a, b) => Fact.Compare(a, b));
            return Facts;
        }

        public void Dispose() => _links.Dispose();
    }

    // Only what the other shipment is matched by.
    private sealed class LinkFacts : IFactSink, IDisposable
    {
        public FactRuns Runs { get; } = new();

        public void Add(in Fact fact)
        {
            if (fact.Kind == FactKind.ReportLink)
            {
                Runs.Add(fact);
            }
        }

        public void Dispose() => Runs.Dispose();
    }
}
