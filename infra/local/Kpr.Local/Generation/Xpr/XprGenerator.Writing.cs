using System.Globalization;
using System.Text;
using Kpr.Local.Generation.Expected;
using Kpr.Local.Generation.Faults;

namespace Kpr.Local.Generation.Xpr;

/// <content>One file: its faults, its notifications, and what is expected of them.</content>
internal abstract partial class XprGenerator<TDraft>
{
    private readonly List<string> _messageIds = [];
    private long _serial;
    private Guid _lastGuid = Guid.Empty;

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
