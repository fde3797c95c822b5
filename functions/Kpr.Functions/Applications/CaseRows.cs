using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using Kpr.Core.Cases;

namespace Kpr.Functions.Applications;

/// <summary>Keys and columns of the rows of a case.</summary>
internal static class CaseRows
{
    /// <summary>Row of the snapshot, with the version, the hash and the places in work lists. Whoever replaces it has appended.</summary>
    public const string Head = "head";

    /// <summary>Rows of events, by place: <c>e-0000000001</c>.</summary>
    public const string EventPrefix = "e-";

    /// <summary>Where event rows end.</summary>
    public const string EventEnd = "e.";

    /// <summary>Rows of what is to be done, by place of the command's first event: <c>o-0000000001-nudge</c>.</summary>
    public const string OutboxPrefix = "o-";

    /// <summary>Where outbox rows end.</summary>
    public const string OutboxEnd = "o.";

    /// <summary>Rows of idempotency keys.</summary>
    public const string KeyPrefix = "k-";

    /// <summary>Marks whose append it was, for one that does not know whether it was carried out.</summary>
    public const string Commit = "Commit";

    public const string Version = "Version";
    public const string Hash = "Hash";
    public const string First = "First";
    public const string Fingerprint = "Fingerprint";
    public const string Count = "Count";
    public const string Kind = "Kind";

    /// <summary>Key of an event's row.</summary>
    public static string EventRow(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{EventPrefix}{sequence:D10}");

    /// <summary>Key of an outbox row.</summary>
    public static string OutboxRow(OutboxEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{OutboxPrefix}{entry.First:D10}-{entry.Kind.ToString().ToLowerInvariant()}");

    /// <summary>The row of a command's key.</summary>
    public static TableEntity KeyRow(string caseId, CommandKey key, long first, long version) => new(caseId, key.Row)
    {
        [Fingerprint] = key.Fingerprint, [First] = first, [Version] = version,
    };

    /// <summary>The row of an outbox entry, without its value.</summary>
    public static TableEntity EntryRow(OutboxEntry entry) => new(entry.CaseId, OutboxRow(entry))
    {
        [Kind] = entry.Kind.ToString(), [First] = entry.First, [Version] = entry.Version,
    };

    /// <summary>What is stored of an outbox entry.</summary>
    public static byte[] EntryValue(OutboxEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, ApplicationsJson.Default.OutboxEntry);

    /// <summary>Reads an outbox entry.</summary>
    public static OutboxEntry Entry(byte[] value) => JsonSerializer.Deserialize(value, ApplicationsJson.Default.OutboxEntry)!;

    /// <summary>The lines of an event row.</summary>
    public static IEnumerable<byte[]> Lines(byte[] value)
    {
        for (var at = 0; at < value.Length;)
        {
            var end = Array.IndexOf(value, (byte)'\n', at);
            end = end < 0 ? value.Length : end;
            yield return value[at..end];
            at = end + 1;
        }
    }

    /// <summary>Events as lines for rows: one a row, more where a command has more events than a transaction has rows.</summary>
    public static IEnumerable<EventRun> Runs(string previous, IReadOnlyList<Recorded<CaseEvent>> events, int mostRows)
    {
        var size = (events.Count + mostRows - 1) / mostRows;
        foreach (var chunk in events.Chunk(size))
        {
            using var value = new MemoryStream();
            foreach (var recorded in chunk)
            {
                var line = EventLine.Write(recorded);
                previous = EventChain.Next(previous, line);
                if (value.Length > 0)
                {
                    value.WriteByte((byte)'\n');
                }

                value.Write(line);
            }

            yield return new EventRun(chunk[0].Sequence, chunk.Length, EventCatalogue.Of(chunk[0].Event).Name, previous, value.ToArray());
        }
    }

    /// <summary>Events that share a row.</summary>
    /// <param name="First">Place of the first.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Name">Name of the first, for people who look into the table.</param>
    /// <param name="Hash">Hash of the last.</param>
    /// <param name="Value">Their lines.</param>
    internal sealed record EventRun(long First, int Count, string Name, string Hash, byte[] Value);
}
