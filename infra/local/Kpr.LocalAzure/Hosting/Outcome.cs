namespace Kpr.LocalAzure.Hosting;

/// <summary>How an invocation ended.</summary>
internal enum Outcome
{
    /// <summary>The function returned.</summary>
    Succeeded,

    /// <summary>The function threw.</summary>
    Failed,

    /// <summary>The run was stopped under it: nothing more may be done.</summary>
    Died,
}
