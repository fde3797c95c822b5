using System.IO.Compression;
using System.Text;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Population;

/// <summary>
/// Chooses controls for the persons of a bucket of likes: always the same, by the project's secret, nobody twice. Where there are too few for all, each person gets one
/// before anybody gets the next.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="keys">The keys of the project.</param>
public sealed class ControlChoice(ExtractPlan plan, ProjectKeys keys)
{
    private readonly SortedDictionary<string, (List<PersonKey> Members, List<PersonKey> Others)> _likes = new(StringComparer.Ordinal);

    /// <summary>Takes what was written of the bucket (<see cref="PopulationJoin.WriteLikes"/>).</summary>
    public void Read(Stream packed)
    {
        using var gzip = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        using var reader = new BinaryReader(gzip, Encoding.UTF8);
        while (reader.ReadBytes(PersonKey.ByteLength) is { Length: PersonKey.ByteLength } bytes)
        {
            var (isMember, likes) = (reader.ReadBoolean(), reader.ReadString());
            if (!_likes.TryGetValue(likes, out var alike))
            {
                _likes[likes] = alike = ([], []);
            }

            (isMember ? alike.Members : alike.Others).Add(new PersonKey(bytes));
        }
    }

    /// <summary>Chooses.</summary>
    public ChosenControls Choose()
    {
        var pairs = new List<KeyValuePair<PersonKey, PersonKey>>();
        var fewer = new List<KeyValuePair<PersonKey, int>>();
        foreach (var (likes, (members, others)) in _likes)
        {
            var wanting = Drawn(members);
            var free = likes.Length == 0 ? [] : Drawn(others);
            for (var at = 0; at < Math.Min(free.Count, (long)wanting.Count * plan.Controls!.PerPerson); at++)
            {
                pairs.Add(KeyValuePair.Create(free[at], wanting[at % wanting.Count]));
            }

            fewer.AddRange(wanting.Index()
                .Select(member => KeyValuePair.Create(member.Item, (free.Count - member.Index + wanting.Count - 1) / wanting.Count))
                .Where(member => member.Value < plan.Controls!.PerPerson));
        }

        return new ChosenControls([.. pairs.OrderBy(pair => pair.Key)], [.. fewer.OrderBy(member => member.Key)]);
    }

    private List<PersonKey> Drawn(List<PersonKey> persons) => [.. persons.Distinct().OrderBy(keys.ChoiceOf).ThenBy(person => person)];
}
