namespace Kpr.Core.Register;

/// <summary>Which editions count.</summary>
/// <remarks>
/// Editions of one sender and month that are tied by links, through whatever editions, are one family, and just one of a family
/// counts: of the accepted ones that no accepted one supersedes, directly or through others, the one that was made last.
/// Two that supersede the same delivery are in one family, so the later of them counts; so it is with a circle of links,
/// which no honest sender makes. A link to a delivery of another month or sender ties nothing. The answer depends on the set of
/// editions alone, never on the order of arrival.
/// </remarks>
public static class Editions
{
    /// <summary>The family of an edition among those known, itself included.</summary>
    public static IReadOnlyList<Edition> FamilyOf(Edition edition, IReadOnlyCollection<Edition> known)
    {
        var family = new HashSet<Guid> { edition.Id };
        var ofMonth = known.Append(edition).Where(one => one.Sender == edition.Sender && one.Period == edition.Period).DistinctBy(one => one.Id).ToList();
        int before;
        do
        {
            before = family.Count;
            foreach (var (id, place) in ofMonth.Where(one => one.Supersedes is not null).Select(one => (one.Id, one.Supersedes!.Value)))
            {
                if (family.Contains(id) || family.Contains(place))
                {
                    family.Add(id);
                    family.Add(place);
                }
            }
        }
        while (family.Count > before);
        return [.. ofMonth.Where(one => family.Contains(one.Id)).OrderBy(one => one.Id)];
    }

    /// <summary>The accepted editions that do not count.</summary>
    public static IReadOnlySet<(string Sender, Guid Id)> Superseded(IReadOnlyCollection<Edition> known)
    {
        var superseded = new HashSet<(string Sender, Guid Id)>();
        var seen = new HashSet<(string Sender, Guid Id)>();
        foreach (var edition in known.Where(edition => edition.IsAccepted))
        {
            if (seen.Contains((edition.Sender, edition.Id)))
            {
                continue;
            }

            var family = FamilyOf(edition, known);
            seen.UnionWith(family.Select(one => (one.Sender, one.Id)));
            var accepted = family.Where(one => one.IsAccepted).ToList();
            var last = accepted.Where(one => !HasAcceptedSuccessor(one, family)).ToList();
            var counts = Latest(last.Count > 0 ? last : accepted);
            superseded.UnionWith(accepted.Where(one => one.Id != counts.Id).Select(one => (one.Sender, one.Id)));
        }

        return superseded;
    }

    private static Edition Latest(List<Edition> editions) => editions.MaxBy(edition => (edition.GeneratedAt, edition.Id))!;

    private static bool HasAcceptedSuccessor(Edition edition, IReadOnlyList<Edition> family)
    {
        var above = new HashSet<Guid> { edition.Id };
        var open = new Queue<Guid>(above);
        while (open.TryDequeue(out var id))
        {
            foreach (var successor in family.Where(one => one.Supersedes == id && above.Add(one.Id)))
            {
                if (successor.IsAccepted)
                {
                    return true;
                }

                open.Enqueue(successor.Id);
            }
        }

        return false;
    }
}
