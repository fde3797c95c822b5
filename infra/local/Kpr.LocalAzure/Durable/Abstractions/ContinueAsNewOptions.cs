namespace Microsoft.DurableTask;

/// <summary>How an orchestration begins anew.</summary>
public class ContinueAsNewOptions
{
    /// <summary>The input of the next generation.</summary>
    public object? NewInput { get; set; }

    /// <summary>The version of the next generation; that of this one when null.</summary>
    public string? NewVersion { get; set; }

    /// <summary>Whether events that nobody took are handed on; they are by default.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;
}
