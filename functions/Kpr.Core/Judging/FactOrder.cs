using System.Collections;
using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>
/// Facts in memory, in the order of judging. Sorts eight bytes of each fact's key beside its place, which the framework
/// does several times as fast as sorting the facts themselves by a comparer; whole facts are compared only where
/// those bytes are equal.
/// </summary>
/// <param name="blocks">Blocks of facts, in order of arrival.</param>
/// <param name="blockLength">Facts in a block.</param>
/// <param name="count">Facts in all.</param>
internal sealed class FactOrder(IReadOnlyList<Fact[]> blocks, int blockLength, int count) : IEnumerable<Fact>
{
    private static readonly FactKind[] Kinds = Enum.GetValues<FactKind>();

    /// <inheritdoc/>
    public IEnumerator<Fact> GetEnumerator()
    {
        var keys = new ulong[count];
        var places = new int[count];
        foreach (var kind in Kinds)
        {
            var length = Gather(kind, keys, places);
            Array.Sort(keys, places, 0, length);
            SortEqualKeys(keys, places, length);
            for (var i = 0; i < length; i++)
            {
                yield return At(places[i]);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private ref Fact At(int place) => ref blocks[place / blockLength][place % blockLength];

    private int Gather(FactKind kind, ulong[] keys, int[] places)
    {
        var length = 0;
        for (var place = 0; place < count; place++)
        {
            ref var fact = ref At(place);
            if (fact.Kind == kind)
            {
                keys[length] = fact.LeadingOrder;
                places[length++] = place;
            }
        }

        return length;
    }

    private void SortEqualKeys(ulong[] keys, int[] places, int length)
    {
        var start = 0;
        for (var i = 1; i <= length; i++)
        {
            if (i < length && keys[i] == keys[start])
            {
                continue;
            }

            if (i - start > 1)
            {
                places.AsSpan(start, i - start).Sort((a, b) => Fact.Compare(At(a), At(b)));
            }

            start = i;
        }
    }
}
