using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>Merges sorted runs of facts into one.</summary>
internal static class FactMerge
{
    /// <summary>The facts of all runs, in order.</summary>
    public static IEnumerable<Fact> Of(IReadOnlyList<IEnumerable<Fact>> runs)
    {
        var heap = new List<IEnumerator<Fact>>(runs.Count);
        try
        {
            foreach (var run in runs)
            {
                var facts = run.GetEnumerator();
                if (facts.MoveNext())
                {
                    heap.Add(facts);
                }
                else
                {
                    facts.Dispose();
                }
            }

            for (var place = (heap.Count / 2) - 1; place >= 0; place--)
            {
                Sink(heap, place);
            }

            while (heap.Count > 0)
            {
                yield return heap[0].Current;
                if (!heap[0].MoveNext())
                {
                    heap[0].Dispose();
                    heap[0] = heap[^1];
                    heap.RemoveAt(heap.Count - 1);
                }

                Sink(heap, 0);
            }
        }
        finally
        {
            heap.ForEach(facts => facts.Dispose());
        }
    }

    private static void Sink(List<IEnumerator<Fact>> heap, int place)
    {
        while ((2 * place) + 1 is var child && child < heap.Count)
        {
            if (child + 1 < heap.Count && Fact.Compare(heap[child + 1].Current, heap[child].Current) < 0)
            {
                child++;
            }

            if (Fact.Compare(heap[place].Current, heap[child].Current) <= 0)
            {
                return;
            }

            (heap[place], heap[child]) = (heap[child], heap[place]);
            place = child;
        }
    }
}
