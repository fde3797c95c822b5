using System.Globalization;
using System.Text;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Expected;
using Kpr.Local.Generation.Faults;
using Kpr.Local.Generation.Faults.Claims;
using Kpr.Local.Generation.Faults.Files;

namespace Kpr.Local.Generation.Claims;

/// <summary>Writes the claim files of one practice.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="practice">The practice.</param>
/// <param name="clock">The time at which JSON files will be received.</param>
internal sealed class ClaimsGenerator(GenerateOptions options, Practice practice, TimeProvider clock)
{
    private const int MessagesInBatch = 3;
    private const int DaysBetweenFiles = 14;

    private readonly SplitMix _random = SplitMix.For(options.Seed, 0xC2, (ulong)practice.Number);
    private readonly ClaimSource _source = new(options, practice, SplitMix.For(options.Seed, 0xC3, (ulong)practice.Number), clock);
    private readonly List<string> _messageIds = [];
    private ClaimDraft? _previous;

    /// <summary>Writes a file.</summary>
    /// <param name="number">1-based number of the file.</param>
    /// <param name="files">Number of files of the practice.</param>
    /// <param name="claims">Number of claims, those apart that repeat or credit another.</param>
    /// <param name="rate">Rate of faults.</param>
    public ExpectedFile Write(int number, int files, int claims, double rate)
    {
        var sentOn = options.Today.AddDays(-DaysBetweenFiles * (files - number));
        var json = practice.Form == ClaimForm.Json;
        var plan = new FilePlan { IsGzip = !options.Size.IsTiny && _random.PerMille(100) };
        plan.Declared = plan.Actual = !json && _random.PerMille(250) ? Encoding.Latin1 : FilePlan.Utf8;
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"claims/{practice.Organisation}/krav-{sentOn:yyyy-MM-dd}-{number:00}.{(json ? "json" : "xml")}{(plan.IsGzip ? ".gz" : "")}");
        var expected = new ExpectedFile(path, "claims", practice.Organisation);
        var messages = Enumerable.Range(0, practice.Form == ClaimForm.XmlBatch ? MessagesInBatch : 1).Select(_ => Message(sentOn)).ToList();
        var repeatsId = PlantInFile(plan, messages, claims, rate);
        _previous = null;
        using (var output = new OutputFile(options.Folder, path, plan))
        {
            using IClaimWriter writer = json ? new ClaimsJson(output.Bytes) : new ClaimsXml(output.Text, plan, messages.Count > 1);
            WriteMessages(writer, plan, messages, expected, sentOn, claims, rate);
        }

        if (repeatsId)
        {
            expected.ExpectOfFile("F08");
        }
        else if (practice.Form == ClaimForm.Xml && !plan.ReadsNothing)
        {
            _messageIds.Add(messages[0].MessageId);
        }

        if (plan.Unreadable is { } rule)
        {
            expected.ExpectUnreadable(rule, plan.ReadsNothing);
        }

        return expected;
    }

    private ClaimMessageDraft Message(DateOnly sentOn) => new()
    {
        Practice = practice,
        Type = practice.Service.MessageType,
        MessageId = _random.Guid().ToString(),
        GeneratedAt = sentOn.ToDateTime(new TimeOnly(17, 0)),
        Sender = practice.Organisation,
        Receiver = options.Environment == KprEnvironment.Production ? ClaimMessageDraft.ProductionAddress : ClaimMessageDraft.TestAddress,
    };

    // One in three of the faults of files is a claim that rejects its message, and one in ten an id used before.
    private bool PlantInFile(FilePlan plan, List<ClaimMessageDraft> messages, int claims, double rate)
    {
        if (!_random.Chance(rate))
        {
            return false;
        }

        if (_random.PerMille(330))
        {
            plan.RejectingRecord = _random.Below(claims);
            return false;
        }

        var message = _random.Of(messages);
        if (_messageIds.Count > 0 && _random.PerMille(100))
        {
            message.MessageId = _random.Of(_messageIds);
            return true;
        }

        _random.Of(FileFaults.OfClaims.Where(kind => kind.Fits(practice)).ToList()).Plant(plan, message, _random);
        plan.CutAfter = plan.CutAfter > claims ? claims : plan.CutAfter;
        return false;
    }

    private void WriteMessages(
        IClaimWriter writer, FilePlan plan, List<ClaimMessageDraft> messages, ExpectedFile expected, DateOnly sentOn, int claims, double rate)
    {
        var slot = 0;
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];

            // A message may be planted to come from another sender, whose numbers are its own (K04).
            _previous = null;
            writer.Begin(message);
            expected.BeginMessage();

            // The service is that of the message type; of another type, other faults would follow.
            var ofRecords = message.Type == practice.Service.MessageType ? rate : 0;
            for (var end = claims * (i + 1) / messages.Count; slot < end; slot++)
            {
                var claim = _source.Next(sentOn, slot, claims, _previous);
                Plant(claim, plan.RejectingRecord == slot, ofRecords);
                Write(writer, claim, message, expected);
                Follow(writer, claim, message, expected, ofRecords);
                if (expected.Records >= plan.CutAfter)
                {
                    writer.Cut();
                    return;
                }
            }

            writer.End(message);
            foreach (var (rule, severity) in message.Expected)
            {
                expected.ExpectOfMessage(rule, severity);
            }
        }

        writer.Close();
    }

    private void Plant(ClaimDraft claim, bool mustReject, double rate)
    {
        if (mustReject)
        {
            FaultChoice.Plant(ClaimFaults.Rejecting, claim, _random);
        }
        else if (_random.Chance(rate))
        {
            FaultChoice.Plant(ClaimFaults.OfRecord, claim, _random);
        }
    }

    private void Write(IClaimWriter writer, ClaimDraft claim, ClaimMessageDraft message, ExpectedFile expected)
    {
        var clean = claim.IsClean;
        _source.ExpectOfReceipt(claim);
        writer.Write(claim);
        expected.AddRecord(claim.RecordId, claim.Expected);
        Count(claim, message);
        _previous = clean && !claim.IsCredit ? claim : null;
    }

    // Behind a claim without fault: now and then the same again, or a credit of it.
    private void Follow(IClaimWriter writer, ClaimDraft claim, ClaimMessageDraft message, ExpectedFile expected, double rate)
    {
        if (_previous is null)
        {
            return;
        }

        if (_random.Chance(rate / 4))
        {
            writer.Write(claim);
            expected.AddDuplicate();
            Count(claim, message);
        }
        else if (_random.PerMille(7))
        {
            Write(writer, ClaimSource.Credit(claim), message, expected);
        }
    }

    private static void Count(ClaimDraft claim, ClaimMessageDraft message)
    {
        message.Claims++;
        message.Refund += claim.Refund ?? 0;
    }
}
