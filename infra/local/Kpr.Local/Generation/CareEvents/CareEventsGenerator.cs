using System.Globalization;
using System.Text;
using Kpr.Local.Generation.Expected;
using Kpr.Local.Generation.Faults;
using Kpr.Local.Generation.Faults.CareEvents;
using Kpr.Local.Generation.Faults.Files;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>Writes the care event files of one municipality.</summary>
internal sealed class CareEventsGenerator
{
    private readonly GenerateOptions _options;
    private readonly string _municipality;
    private readonly CareHistory _history;
    private readonly SplitMix _random;
    private readonly List<string> _messageIds = [];
    private long _serial;
    private Guid _lastGuid = Guid.Empty;

    /// <summary>Prepares a municipality.</summary>
    public CareEventsGenerator(GenerateOptions options, string municipality, int users)
    {
        _options = options;
        _municipality = municipality;
        _history = new CareHistory(options, municipality, users);
        _random = SplitMix.For(options.Seed, ulong.Parse(municipality, CultureInfo.InvariantCulture), 1);
    }

    /// <summary>Writes the files of the period.</summary>
    /// <param name="faultRate">The rate of each file in turn, by its 0-based number.</param>
    public IEnumerable<ExpectedFile> Generate(Func<int, double> faultRate)
    {
        var events = _history.Events();
        var (first, last) = _options.Period;
        var days = last.DayNumber - first.DayNumber + 1;
        var start = 0;
        for (var file = 0; file < _options.Size.Periods; file++)
        {
            var until = first.AddDays(days * (file + 1) / _options.Size.Periods);
            var end = start;
            while (end < events.Count && CareEventKey.Unpack(events[end]).Day < until)
            {
                end++;
            }

            if (end > start)
            {
                yield return Write(file, events, start, end, faultRate(file));
            }

            start = end;
        }
    }

    private ExpectedFile Write(int file, List<ulong> events, int start, int end, double rate)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{_options.Period.Last.Year}-{file + 1:00}");
        var plan = new FilePlan { IsGzip = !_options.Size.IsTiny && _random.PerMille(150) };
        plan.Declared = plan.Actual = _random.PerMille(250) ? Encoding.Latin1 : FilePlan.Utf8;
        var envelope = new CareEventEnvelopeDraft { MessageId = $"{_municipality}-{number}", Municipalities = [_municipality] };
        var path = $"care-events/{_municipality}/hendelser-{number}.xml{(plan.IsGzip ? ".gz" : "")}";
        var expected = new ExpectedFile(path, "care-events", _municipality);
        var repeatsId = PlantInFile(plan, envelope, end - start, rate);
        using (var output = new OutputFile(_options.Folder, path, plan))
        {
            WriteMessage(output, plan, envelope, expected, events, start, end, rate);
        }

        foreach (var (rule, severity) in envelope.Expected)
        {
            expected.ExpectOfMessage(rule, severity);
        }

        if (repeatsId)
        {
            expected.ExpectOfFile("F08");
        }
        else if (!plan.ReadsNothing)
        {
            _messageIds.Add(envelope.MessageId);
        }

        if (plan.Unreadable is { } rule2)
        {
            expected.ExpectUnreadable(rule2, plan.ReadsNothing);
        }

        return expected;
    }

    // One in three of the faults of files is a record that rejects its message, and one in ten an id used before.
    private bool PlantInFile(FilePlan plan, CareEventEnvelopeDraft envelope, int records, double rate)
    {
        if (!_random.Chance(rate))
        {
            return false;
        }

        if (_random.PerMille(330))
        {
            plan.RejectingRecord = _random.Below(records);
            return false;
        }

        if (_messageIds.Count > 0 && _random.PerMille(100))
        {
            envelope.MessageId = _random.Of(_messageIds);
            return true;
        }

        _random.Of(FileFaults.OfCareEvents).Plant(plan, envelope, _random);
        plan.CutAfter = plan.CutAfter > records ? records : plan.CutAfter;
        return false;
    }

    private void WriteMessage(
        OutputFile output, FilePlan plan, CareEventEnvelopeDraft envelope, ExpectedFile expected, List<ulong> events, int start, int end, double rate)
    {
        var xml = new CareEventXml(output.Text, plan, envelope);
        var chain = new CareEventChain();
        var services = new Dictionary<string, ServiceState>(StringComparer.Ordinal);
        expected.BeginMessage();
        for (var i = start; i < end; i++)
        {
            var key = CareEventKey.Unpack(events[i]);
            var name = _history.ServiceKey(key.User, key.Service);
            if (!services.TryGetValue(name, out var state))
            {
                services.Add(name, state = new ServiceState());
            }

            var care = Number(_history.Draft(key, state, followsInFile: expected.Records > 0));
            Plant(care, plan.RejectingRecord == i - start, rate);
            Write(xml, care, chain, expected);
            if (!care.IsRejected)
            {
                state.Take(key.Kind, key.Day);
            }

            Follow(xml, care, key, state, chain, expected, rate);
            if (expected.Records >= plan.CutAfter)
            {
                xml.Cut();
                return;
            }
        }

        xml.Close();
    }

    private CareEventDraft Number(CareEventDraft care)
    {
        care.Serial = _serial + 1;
        care.Guid = _random.Guid();
        care.PreviousGuid = _lastGuid;
        return care;
    }

    private void Plant(CareEventDraft care, bool mustReject, double rate)
    {
        if (mustReject)
        {
            FaultChoice.Plant(CareEventFaults.Rejecting, care, _random);
        }
        else if (_random.Chance(rate))
        {
            FaultChoice.Plant(CareEventFaults.OfRecord, care, _random);
        }
    }

    private void Write(CareEventXml xml, CareEventDraft care, CareEventChain chain, ExpectedFile expected)
    {
        chain.Expect(care);
        xml.Write(care);
        expected.AddRecord(care.RecordId, care.Expected);
        _serial = care.Serial;
        _lastGuid = care.Guid;
    }

    // Behind a record without fault: now and then the same again, or a correction or annulment of it.
    private void Follow(
        CareEventXml xml, CareEventDraft care, in CareEventKey key, ServiceState state, CareEventChain chain, ExpectedFile expected, double rate)
    {
        if (!care.IsClean)
        {
            return;
        }

        if (_random.Chance(rate / 4))
        {
            xml.Write(care);
            expected.AddDuplicate();
        }
        else if (_random.PerMille(20))
        {
            var correction = Number(_history.Draft(key, state, followsInFile: true));
            correction.Status = _random.PerMille(800) ? "M" : "C";
            correction.Reference = care.Guid;
            Write(xml, correction, chain, expected);
            if (correction.Status == "C")
            {
                state.Annul(key.Kind);
            }
        }
    }
}
