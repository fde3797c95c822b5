namespace Kpr.Functions.Applications.Http;

/// <summary>An address of the interface, as its document describes it.</summary>
/// <param name="Function">Name of the function.</param>
/// <param name="Method">HTTP method, in small letters.</param>
/// <param name="Path">Address below <c>/api</c>.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Answers">Statuses of success with what they mean.</param>
public sealed record Endpoint(string Function, string Method, string Path, string Summary, IReadOnlyDictionary<int, string> Answers)
{
    /// <summary>Parameters of the query: name and what it is.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether it writes.</summary>
    public bool Writes => Method != "get";

    /// <summary>The record that is sent, where it is no command; null elsewhere.</summary>
    public Type? Body { get; init; }

    /// <summary>Whether a write wants an idempotency key; not where it says what is to be, so that twice is no fault.</summary>
    public bool Keyed { get; init; } = true;

    /// <summary>Whether a write names the version that it is about.</summary>
    public bool Versioned { get; init; } = true;

    /// <summary>Whether everybody may ask.</summary>
    public bool Open { get; init; }

    /// <summary>The record that is answered; null where none describes it.</summary>
    public Type? Answer { get; init; }
}
