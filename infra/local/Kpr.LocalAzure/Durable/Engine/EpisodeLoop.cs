namespace Kpr.LocalAzure.Durable;

/// <summary>
/// The one thread an orchestrator runs on. What is posted from it runs on it, in order; what is posted from elsewhere
/// comes of awaiting something that is not durable and is dropped, so that it can never run at one time and not at another.
/// </summary>
internal sealed class EpisodeLoop : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _open = true;

    /// <summary>Whether the caller is the orchestrator, on its thread.</summary>
    public bool IsInside => _open && Environment.CurrentManagedThreadId == _thread;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsInside)
        {
            _queue.Enqueue((d, state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("An orchestrator has one thread.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs something, and then whatever it has posted.</summary>
    public void Run(Action act)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            // In a task, so that what the orchestrator starts by TaskScheduler.Current comes here too.
            var task = new Task(act);
            task.RunSynchronously(Inline.Instance);
            task.GetAwaiter().GetResult();
            while (_queue.TryDequeue(out var posted))
            {
                posted.Callback(posted.State);
            }
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Ends the loop: from now on nothing is inside.</summary>
    public void Close() => _open = false;

    private sealed class Inline : TaskScheduler
    {
        public static readonly Inline Instance = new();

        protected override IEnumerable<Task> GetScheduledTasks() => [];

        protected override void QueueTask(Task task) => TryExecuteTask(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);
    }
}
