namespace Microsoft.Azure.Functions.Worker;

/// <summary>The addresses at which an instance is dealt with by HTTP.</summary>
public class HttpManagementPayload
{
    internal HttpManagementPayload(string id, string root)
    {
        var instance = $"{root.TrimEnd('/')}/runtime/webhooks/durabletask/instances/{Uri.EscapeDataString(id)}";
        const string key = "code=local";
        Id = id;
        StatusQueryGetUri = $"{instance}?{key}";
        SendEventPostUri = $"{instance}/raiseEvent/{{eventName}}?{key}";
        TerminatePostUri = $"{instance}/terminate?reason={{{{text}}}}&{key}";
        SuspendPostUri = $"{instance}/suspend?reason={{{{text}}}}&{key}";
        ResumePostUri = $"{instance}/resume?reason={{{{text}}}}&{key}";
        PurgeHistoryDeleteUri = $"{instance}?{key}";
    }

    /// <summary>The instance.</summary>
    public string Id { get; }

    /// <summary>GET: where it stands.</summary>
    public string StatusQueryGetUri { get; }

    /// <summary>POST: raises an event; <c>{eventName}</c> to be filled in.</summary>
    public string SendEventPostUri { get; }

    /// <summary>POST: ends it; <c>{{text}}</c> to be filled in.</summary>
    public string TerminatePostUri { get; }

    /// <summary>POST: holds it.</summary>
    public string SuspendPostUri { get; }

    /// <summary>POST: lets it go on.</summary>
    public string ResumePostUri { get; }

    /// <summary>DELETE: removes it.</summary>
    public string PurgeHistoryDeleteUri { get; }
}
