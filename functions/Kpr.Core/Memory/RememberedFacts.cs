using Kpr.Core.Formats;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Rules;

namespace Kpr.Core.Memory;

/// <summary>
/// What is remembered of a judged file: the facts of its stored records, and of its sequence the end, with the number that
/// rule E03 would count there.
/// </summary>
/// <param name="feed">The feed of the file.</param>
/// <param name="isStored">Whether a record is stored, by ordinal.</param>
/// <param name="hasPlace">Whether a record has its place in the sender's sequence, by ordinal: a rejected one has, a repetition has not.</param>
public sealed class RememberedFacts(Feed feed, Func<long, bool> isStored, Func<long, bool> hasPlace)
{
    /// <summary>Chooses from the facts of the file.</summary>
    /// <param name="own">All facts of the file, in order.</param>
    public IEnumerable<Fact> Of(IEnumerable<Fact> own)
    {
        Fact? end = null;
        foreach (var fact in own)
        {
            if (fact.Kind == FactKind.Sequence)
            {
                end = hasPlace(fact.Ordinal) ? Behind(end, fact) : end;
                continue;
            }

            if (end is { } last && fact.Kind > FactKind.Sequence)
            {
                yield return last;
                end = null;
            }

            if (isStored(fact.Ordinal) && feed.Remembers(fact))
            {
                yield return fact;
            }
        }

        if (end is { } left)
        {
            yield return left;
        }
    }

    // A number that cannot be read counts as the next.
    private static Fact Behind(in Fact? last, in Fact fact) => fact.Extra < XprFacts.SerialMissing || last is not { } before
        ? fact
        : new Fact(fact.Kind, fact.Key, fact.Role, fact.Ordinal, fact.Line, fact.RecordId, fact.Content, before.Extra + 1);
}
