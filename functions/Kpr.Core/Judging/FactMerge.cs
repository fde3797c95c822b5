using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>Merges sorted runs of facts into one.</summary>
public static class FactMerge
{
    /// <summary>The facts of all runs, in order; facts that it does not tell apart come in the order of the runs.</summary>
    public static IEnumerable<Fact> Of(IReadOnlyList<IEnumerable<Fact>> runs)
    {
        var heap = new List<(IEnumerator<Fact> Facts, int Run)>(runs.Count);
        try
        {
            for (var run = 0; run < runs.Count; run++)
            {
                var facts = runs[run].GetEnumerator();
                if (facts.MoveNext())
                {
                    heap.Add((facts, run));
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
                yield return heap[0].Facts.Current;
                if (!heap[0].Facts.MoveNext())
                {
                    heap[0].Facts.Dispose();
                    heap[0] = heap[^1];
                    heap.RemoveAt(heap.Count - 1);
                }

                Sink(heap, 0);
            }
        }
        finally
        {
            heap.ForEach(item => item.Facts.Dispose());
        }
    }

    private static void Sink(List<(IEnumerator<Fact> Facts, int Run)> heap, int place)
    {
        while ((2 * place) + 1 is var child && child < heap.Count)
        {
            if (child + 1 < heap.Count && Compare(heap[child + 1], heap[child]) < 0)
            {
                child++;
            }

            if (Compare(heap[place], heap[child]) <= 0)
            {
                return;
            }

            (heap[place], heap[child]) = (heap[child], heap[place]);
            place = child;
        }
    }

    private static int Compare(in (IEnumerator<Fact> Facts, int Run) a, in (IEnumerator<Fact> Facts, int Run) b)
    {
        var order = Fact.Compare(a.Facts.Current, b.Facts.Current);
        return order != 0 ? order : a.Run.CompareTo(b.Run);
    }
}
