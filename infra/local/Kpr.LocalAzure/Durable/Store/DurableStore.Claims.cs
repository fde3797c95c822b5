using Microsoft.Data.Sqlite;

namespace Kpr.LocalAzure.Durable;

/// <summary>What the host takes to work on. A claim changes nothing but who works, so it is no I/O call of the run.</summary>
internal sealed partial class DurableStore
{
    private const string Ready = """
        SELECT m.instance FROM durable_message m JOIN durable_instance i ON i.id = m.instance
        WHERE m.due <= ?1 AND ((m.wakes >> i.phase) & 1) = 1
        """;

    // Between the looking and the claiming another host may have done it all.
    private const string Claim = """
        UPDATE durable_instance SET owner = ?2 WHERE id = ?1 AND owner IS NULL AND phase < 3 AND EXISTS (
            SELECT 1 FROM durable_message m WHERE m.instance = durable_instance.id AND m.due <= ?3 AND ((m.wakes >> durable_instance.phase) & 1) = 1)
        """;

    /// <summary>Claims instances with something to do, the one that has waited longest first.</summary>
    public List<InstanceWork> ClaimInstances(int most)
    {
        var now = Now;
        var ready = Read(sql => sql.Query(Ready + " AND i.owner IS NULL ORDER BY m.due, m.sequence LIMIT ?2", row => row.GetString(0), now, most * 8L));
        return ready.Count == 0 ? [] : Change(sql => ready.Distinct(StringComparer.Ordinal).Take(most)
            .Where(id => sql.Execute(Claim, id, _lease.Value.Owner, now) == 1)
            .Select(id => Load(sql, id, now))
            .ToList());
    }

    /// <summary>Claims activities, oldest first.</summary>
    public List<ActivityWork> ClaimActivities(int most)
    {
        var free = Read(sql => sql.Query("SELECT sequence FROM durable_activity WHERE owner IS NULL ORDER BY sequence LIMIT ?1", row => row.GetInt64(0), most));
        return free.Count == 0 ? [] : Change(sql => free
            .Where(sequence => sql.Execute("UPDATE durable_activity SET owner = ?2 WHERE sequence = ?1 AND owner IS NULL", sequence, _lease.Value.Owner) == 1)
            .Select(sequence => sql.First("SELECT a.sequence, a.instance, a.execution, a.id, a.name, a.input, t.trace FROM durable_activity a LEFT JOIN durable_trace t ON t.instance = a.instance WHERE a.sequence = ?1", ReadActivity, sequence)!)
            .ToList());
    }

    /// <summary>Gives back an instance whose episode broke off before it was written down; not another run of that id.</summary>
    public void Release(InstanceWork work) => Change(sql => sql.Execute(
        "UPDATE durable_instance SET owner = NULL WHERE id = ?1 AND execution = ?2 AND owner = ?3", work.Instance.Id, work.Instance.Execution, _lease.Value.Owner));

    /// <summary>Gives back an activity whose result could not be written down.</summary>
    public void Release(ActivityWork work) =>
        Change(sql => sql.Execute("UPDATE durable_activity SET owner = NULL WHERE sequence = ?1 AND owner = ?2", work.Sequence, _lease.Value.Owner));

    /// <summary>Frees what dead hosts had claimed.</summary>
    public void FreeOrphans()
    {
        var owners = Read(sql => sql.Query(
            "SELECT owner FROM durable_instance WHERE owner IS NOT NULL UNION SELECT owner FROM durable_activity WHERE owner IS NOT NULL", row => row.GetString(0)));
        foreach (var owner in owners.Where(owner => owner != _lease.Value.Owner && !_lease.Value.IsAlive(owner)))
        {
            Change(sql => sql.Execute("UPDATE durable_instance SET owner = NULL WHERE owner = ?1", owner)
                + sql.Execute("UPDATE durable_activity SET owner = NULL WHERE owner = ?1", owner));
        }
    }

    /// <summary>When the first timer or start after a time is due; null when none is set.</summary>
    public DateTime? NextDue(DateTime after) =>
        Read(sql => sql.First("SELECT due FROM durable_message WHERE due > ?1 ORDER BY due LIMIT 1", row => (DateTime?)Time(row.GetInt64(0)), after.Ticks));

    /// <summary>Whether something can be done now, by this host or another.</summary>
    public bool HasWork() => Read(sql =>
        sql.First("SELECT 1 FROM durable_activity LIMIT 1", _ => true) || sql.First(Ready + " LIMIT 1", _ => true, Now));

    private static InstanceWork Load(Sql sql, string id, long now) => new(
        sql.First(InstanceColumns + " WHERE id = ?1", ReadInstance, id)!,
        sql.Query("SELECT event FROM durable_history WHERE instance = ?1 ORDER BY number", row => row.GetString(0), id),
        sql.Query(
            "SELECT sequence, execution, event FROM durable_message WHERE instance = ?1 AND due <= ?2 ORDER BY due, sequence",
            row => new Message(row.GetInt64(0), Text(row, 1), row.GetString(2)),
            id,
            now));

    private static ActivityWork ReadActivity(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4), Text(row, 5), Text(row, 6));
}
