using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Durable;

/// <summary>What is done to instances from outside, and what is asked of them.</summary>
internal sealed partial class DurableStore
{
    private const string InstanceColumns = "SELECT id, execution, name, phase, status, created, updated, input, output, custom, tags FROM durable_instance";

    // Inputs and outputs may be large: they are read only for those who want them.
    private const string BareColumns = "SELECT id, execution, name, phase, status, created, updated, NULL, NULL, NULL, tags FROM durable_instance";

    /// <summary>Starts an instance, unless one of that id stands in the way.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="started">The start.</param>
    /// <param name="at">When it is to begin; null for now.</param>
    /// <param name="tags">Tags as JSON.</param>
    /// <param name="dedupe">States in which an instance of that id stands in the way though it has ended.</param>
    /// <param name="trace">The W3C context that its activities belong to; null when nothing is traced.</param>
    /// <returns>Whether it was started.</returns>
    public bool Start(string id, HistoryEvent started, DateTimeOffset? at, string? tags, IReadOnlyCollection<string> dedupe, string? trace = null) => Write("start", id, sql =>
    {
        var existing = sql.First(InstanceColumns + " WHERE id = ?1", ReadInstance, id);
        if (existing is not null && (existing.Phase != Phase.Ended || dedupe.Contains(existing.Status.ToString(), StringComparer.OrdinalIgnoreCase)))
        {
            return false;
        }

        Create(sql, id, started, at is { } later && later.UtcTicks > Now ? later.UtcTicks : Now, tags);
        Trace(sql, id, trace);
        return true;
    });

    /// <summary>Sends something to an instance if it stands where the caller wants it.</summary>
    /// <returns>The instance as it stood, or null when there is none; and whether it was sent.</returns>
    public (InstanceRow? Instance, bool Sent) Tell(string operation, string id, HistoryEvent happened, Func<InstanceRow, bool> wanted) => Write(operation, id, sql =>
    {
        var existing = sql.First(InstanceColumns + " WHERE id = ?1", ReadInstance, id);
        return (existing, existing is not null && wanted(existing) && Send(sql, id, happened, null));
    });

    /// <summary>Whether an instance is not to begin before a time that has not come.</summary>
    public bool IsLater(string id) => Read(sql =>
        sql.First("SELECT 1 FROM durable_message m JOIN durable_instance i ON i.id = m.instance WHERE i.id = ?1 AND i.phase = 0 AND m.execution = i.execution AND m.due > ?2 LIMIT 1", _ => true, id, Now));

    /// <summary>Removes an instance if it has ended.</summary>
    /// <returns>The instance as it stood; null when there is none.</returns>
    public InstanceRow? Purge(string id) => Write("purge", id, sql =>
    {
        var existing = sql.First(InstanceColumns + " WHERE id = ?1", ReadInstance, id);
        if (existing?.Phase == Phase.Ended)
        {
            Remove(sql, id);
        }

        return existing;
    });

    /// <summary>Removes instances, whatever they do.</summary>
    /// <returns>How many.</returns>
    public int PurgeAll(OrchestrationQuery query) => Write("purge", "", sql =>
    {
        var found = Select(sql, query with { PageSize = int.MaxValue, FetchInputsAndOutputs = false }, null);
        found.ForEach(instance => Remove(sql, instance.Id));
        return found.Count;
    });

    /// <summary>An instance as it stands, with or without input, output and custom status.</summary>
    public InstanceRow? Get(string id, bool inputsAndOutputs) =>
        Read(sql => sql.First((inputsAndOutputs ? InstanceColumns : BareColumns) + " WHERE id = ?1", ReadInstance, id));

    /// <summary>Instances by id, at most a page.</summary>
    public List<InstanceRow> List(OrchestrationQuery query, string? after) => Read(sql => Select(sql, query, after));

    /// <summary>The history of an instance; empty when there is none.</summary>
    public List<HistoryEvent> History(string id) =>
        Read(sql => sql.Query("SELECT event FROM durable_history WHERE instance = ?1 ORDER BY number", row => JsonSerializer.Deserialize<HistoryEvent>(row.GetString(0), Payload.History)!, id));

    private static List<InstanceRow> Select(Sql sql, OrchestrationQuery query, string? after)
    {
        var text = new StringBuilder(query.FetchInputsAndOutputs ? InstanceColumns : BareColumns).Append(" WHERE id > ?1 AND created >= ?2 AND created <= ?3 AND substr(id, 1, length(?4)) = ?4");
        if (query.Statuses?.ToList() is { Count: > 0 } statuses)
        {
            text.Append(" AND status IN (").AppendJoin(',', statuses.Select(status => (int)status)).Append(')');
        }

        return sql.Query(
            text.Append(" ORDER BY id LIMIT ?5").ToString(),
            ReadInstance,
            after ?? "",
            query.CreatedFrom?.UtcTicks ?? 0,
            query.CreatedTo?.UtcTicks ?? long.MaxValue,
            query.InstanceIdPrefix ?? "",
            query.PageSize);
    }

    private static InstanceRow ReadInstance(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), (Phase)row.GetInt32(3), (OrchestrationRuntimeStatus)row.GetInt32(4), Time(row.GetInt64(5)), Time(row.GetInt64(6)))
    {
        Input = Text(row, 7),
        Output = Text(row, 8),
        CustomStatus = Text(row, 9),
        Tags = Text(row, 10),
    };
}
