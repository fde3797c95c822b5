using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Releases;

/// <summary>A table that was given out, or is to be.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Population">
/// The units it counts, as parts of which every release counts each either wholly or not at all: {"2023"} and {"2023", "2024"},
/// or {"rest"} and {"rest", "the one who left"}.
/// </param>
/// <param name="Variables">Its variables, filters among them.</param>
/// <param name="Cells">The cells it shows, hidden ones among them; a cell that is not listed was not asked for.</param>
public sealed record Release(
    string Id, IReadOnlyList<string> Population, IReadOnlyList<ReleasedVariable> Variables, IReadOnlyList<ReleasedCell> Cells)
{
    /// <summary>The place of a variable; −1 when the release does not have it.</summary>
    public int Place(string name)
    {
        for (var at = 0; at < Variables.Count; at++)
        {
            if (Variables[at].Name == name)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The margin of the release over the variables that another has too, and those that limit it.</summary>
    public Release SharedWith(Release other)
    {
        var kept = Enumerable.Range(0, Variables.Count).Where(at => other.Place(Variables[at].Name) >= 0 || !Variables[at].IsWhole).ToArray();
        var totals = Variables.Select(variable => variable.TotalCode()).ToArray();
        return this with
        {
            Variables = [.. kept.Select(at => Variables[at])],
            Cells =
            [
                .. Cells.Where(cell => cell.Codes.Index().All(code => kept.Contains(code.Index) || code.Item == totals[code.Index]))
                    .Select(cell => cell with { Codes = [.. kept.Select(at => cell.Codes[at])] }),
            ],
        };
    }

    /// <summary>The release of a table whose finest codes are the finest that there are.</summary>
    /// <param name="id">What it is called.</param>
    /// <param name="layout">Its cells.</param>
    /// <param name="population">The units it counts.</param>
    /// <param name="cells">The cells it shows, by their place in the layout, with what was published; null where hidden.</param>
    public static Release Of(string id, TableLayout layout, IEnumerable<string> population, IEnumerable<KeyValuePair<int, long?>> cells) => new(
        id, [.. population],
        [.. layout.Dimensions.Select(dimension => new ReleasedVariable(
            dimension.Name, [.. dimension.Leaves.Select(leaves => (IReadOnlyList<string>)[.. leaves.Select(leaf => dimension.Codes[leaf])])]))],
        [.. cells.Select(cell => new ReleasedCell([.. layout.Dimensions.Select((_, at) => layout.Node(cell.Key, at))], cell.Value))]);
}
