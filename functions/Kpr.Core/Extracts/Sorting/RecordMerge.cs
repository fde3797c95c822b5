namespace Kpr.Core.Extracts.Sorting;

/// <summary>Merges sorted runs, in memory that does not grow with their length.</summary>
internal static class RecordMerge
{
    /// <summary>All records in order: each time the run that is at the least of them. What is asked of it must be asked before the next.</summary>
    /// <param name="runs">The runs, each in front of its first record.</param>
    public static IEnumerable<RecordCursor> InOrder(IEnumerable<RecordCursor> runs)
    {
        // A heap of the runs by the records that they are at.
        var heap = runs.Where(run => run.Next()).ToList();
        for (var at = (heap.Count / 2) - 1; at >= 0; at--)
        {
            Sink(heap, at);
        }

        while (heap.Count > 0)
        {
            yield return heap[0];
            if (!heap[0].Next())
            {
                heap[0] = heap[^1];
                heap.RemoveAt(heap.Count - 1);
            }

            Sink(heap, 0);
        }
    }

    private static void Sink(List<RecordCursor> heap, int at)
    {
        while ((2 * at) + 1 < heap.Count)
        {
            var child = (2 * at) + 1;
            child += child + 1 < heap.Count && heap[child + 1].CompareTo(heap[child]) < 0 ? 1 : 0;
            if (heap[at].CompareTo(heap[child]) <= 0)
            {
                return;
            }

            (heap[at], heap[child]) = (heap[child], heap[at]);
            at = child;
        }
    }
}
