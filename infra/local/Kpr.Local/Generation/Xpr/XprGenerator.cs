using System.Globalization;
using System.Text;
using Kpr.Local.Generation.Expected;
using Kpr.Local.Generation.Faults;
using Kpr.Local.Generation.Faults.Files;

namespace Kpr.Local.Generation.Xpr;

/// <summary>Writes the XPR files of one municipality in one feed.</summary>
/// <typeparam name="TDraft">The notifications.</typeparam>
internal abstract class XprGenerator<TDraft>
    where TDraft : XprDraft
{
    private readonly List<string> _messageIds = [];
    private long _serial;
    private Guid _lastGuid = Guid.Empty;

    /// <summary>Prepares a municipality.</summary>
    /// <param name="options">What the user asked.</param>
    /// <param name="municipality">Municipality number.</param>
    /// <param name="purpose">Tells the feed's random numbers from those of other feeds.</param>
    protected XprGenerator(GenerateOptions options, string municipality, ulong purpose)
    {
        Options = options;
        Municipality = municipality;
        Random = SplitMix.For(options.Seed, ulong.Parse(municipality, CultureInfo.InvariantCulture), purpose);
    }

    /// <summary>What the user asked.</summary>
    protected GenerateOptions Options { get; }

    /// <summary>Municipality number.</summary>
    protected string Municipality { get; }

    /// <summary>The municipality's own random numbers.</summary>
    protected SplitMix Random { get; }

    /// <summary>Name of the feed.</summary>
    protected abstract string Feed { get; }

    /// <summary>Beginning of the files' names.</summary>
    protected abstract string FileName { get; }

    /// <summary>Kinds of fault that cost at most the record.</summary>
    protected abstract IReadOnlyList<IRecordFault<TDraft>> OfRecord { get; }

    /// <summary>Kinds of fault in a record that cost the whole message.</summary>
    protected abstract IReadOnlyList<IRecordFault<TDraft>> Rejecting { get; }

    /// <summary>Kinds of fault of a file.</summary>
    protected abstract IReadOnlyList<IXprFileFault> OfFile { get; }

    /// <summary>Writes the files of the period.</summary>
    /// <param name="faultRate">The rate of each file in turn, by its 0-based number.</param>
    public IEnumerable<ExpectedFile> Generate(Func<int, double> faultRate)
    {
        var events = Events();
        var (first, last) = Options.Period;
        var days = last.DayNumber - first.DayNumber + 1;
        var start = 0;
        var from = first;
        for (var file = 0; file < Options.Size.Periods; file++)
        {
            var until = first.AddDays(days * (file + 1) / Options.Size.Periods);
            var end = start;
            while (end < events.Count && DayOf(events[end]) < until)
            {
                end++;
            }

            if (end > start)
            {
                yield return Write(file, from, until, events[start..end], faultRate(file));
            }

            (start, from) = (end, until);
        }
    }

    /// <summary>All events of the period, packed, in order of day.</summary>
    protected abstract List<ulong> Events();

    /// <summary>The day of an event.</summary>
    protected abstract DateOnly DayOf(ulong packed);

    /// <summary>Begins a file.</summary>
    /// <param name="number">Number of the file, with its year.</param>
    /// <param name="from">First day of its period.</param>
    /// <param name="until">The day behind its last.</param>
    /// <returns>What stands around its notifications.</returns>
    protected abstract XprEnvelopeDraft BeginFile(string number, DateOnly from, DateOnly until);

    /// <summary>Begins to write a file.</summary>
    protected abstract XprXml<TDraft> Open(TextWriter target, FilePlan plan, XprEnvelopeDraft envelope);

    /// <summary>An event as a notification; number and place in the chain are set by others.</summary>
    protected abstract TDraft Draft(ulong packed, bool followsInFile);

    /// <summary>Notes that the register has taken a notification.</summary>
    protected abstract void Taken(TDraft draft, ulong packed);

    /// <summary>Notes that the register has taken a correction or annulment of it.</summary>
    protected abstract void Corrected(TDraft correction, ulong packed);

    /// <summary>Notes that a notification has been written.</summary>
    protected virtual void Written(TDraft draft)
    {
    }

    /// <summary>Expects what follows from all records of a file together.</summary>
    protected virtual void ExpectOfWhole(XprEnvelopeDraft envelope)
    {
    }

    private ExpectedFile Write(int file, DateOnly from, DateOnly until, List<ulong> events, double rate)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{Options.Period.Last.Year}-{file + 1:00}");
        var plan = new FilePlan { IsGzip = !Options.Size.IsTiny && Random.PerMille(150) };
        plan.Declared = plan.Actual = Random.PerMille(250) ? Encoding.Latin1 : FilePlan.Utf8;
        var envelope = BeginFile(number, from, until);
        var path = $"{Feed}/{Municipality}/{FileName}-{number}.xml{(plan.IsGzip ? ".gz" : "")}";
        var expected = new ExpectedFile(path, Feed, Municipality);
        var repeatsId = PlantInFile(plan, envelope, events.Count, rate);
        using (var output = new OutputFile(Options.Folder, path, plan))
        {
            WriteMessage(output, plan, envelope, expected, events, rate);
        }

        ExpectOfWhole(envelope);
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
    private bool PlantInFile(FilePlan plan, XprEnvelopeDraft envelope, int records, double rate)
    {
        if (!Random.Chance(rate))
        {
            return false;
        }

        if (Random.PerMille(330))
        {
            plan.RejectingRecord = Random.Below(records);
            return false;
        }

        if (_messageIds.Count > 0 && Random.PerMille(100))
        {
            envelope.MessageId = Random.Of(_messageIds);
            return true;
        }

        Random.Of(OfFile).Plant(plan, envelope, Random);
        plan.CutAfter = plan.CutAfter > records ? records : plan.CutAfter;
        return false;
    }

    private void WriteMessage(
        OutputFile output, FilePlan plan, XprEnvelopeDraft envelope, ExpectedFile expected, List<ulong> events, double rate)
    {
        var xml = Open(output.Text, plan, envelope);
        var chain = new XprChain();
        expected.BeginMessage();
        for (var i = 0; i < events.Count; i++)
        {
            var draft = Number(Draft(events[i], followsInFile: expected.Records > 0));
            Plant(draft, plan.RejectingRecord == i, rate);
            Write(xml, draft, chain, expected);
            if (!draft.IsRejected)
            {
                Taken(draft, events[i]);
            }

            Follow(xml, draft, events[i], chain, expected, rate);
            if (expected.Records >= plan.CutAfter)
            {
                xml.Cut();
                return;
            }
        }

        xml.Close();
    }

    private TDraft Number(TDraft draft)
    {
        draft.Serial = _serial + 1;
        draft.Guid = Random.Guid();
        draft.PreviousGuid = _lastGuid;
        return draft;
    }

    private void Plant(TDraft draft, bool mustReject, double rate)
    {
        if (mustReject)
        {
            FaultChoice.Plant(Rejecting, draft, Random);
        }
        else if (Random.Chance(rate))
        {
            FaultChoice.Plant(OfRecord, draft, Random);
        }
    }

    private void Write(XprXml<TDraft> xml, TDraft draft, XprChain chain, ExpectedFile expected)
    {
        chain.Expect(draft);
        xml.Write(draft);
        Written(draft);
        expected.AddRecord(draft.RecordId, draft.Expected);
        _serial = draft.Serial;
        _lastGuid = draft.Guid;
    }

    // Behind a record without fault: now and then the same again, or a correction or annulment of it.
    private void Follow(XprXml<TDraft> xml, TDraft draft, ulong packed, XprChain chain, ExpectedFile expected, double rate)
    {
        if (!draft.IsClean)
        {
            return;
        }

        if (Random.Chance(rate / 4))
        {
            xml.Write(draft);
            expected.AddDuplicate();
        }
        else if (Random.PerMille(20))
        {
            var correction = Number(Draft(packed, followsInFile: true));
            correction.Status = Random.PerMille(800) ? "M" : "C";
            correction.Reference = draft.Guid;
            Write(xml, correction, chain, expected);
            Corrected(correction, packed);
        }
    }
}
