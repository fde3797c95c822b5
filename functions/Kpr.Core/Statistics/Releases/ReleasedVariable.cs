namespace Kpr.Core.Statistics.Releases;

/// <summary>A variable of a released table, or one that the table is limited by.</summary>
/// <param name="Name">Its name. What another release has under the same name is the same variable, and finest codes mean the same there.</param>
/// <param name="Codes">For each code of the table the finest codes that it stands for.</param>
/// <param name="IsWhole">Whether the codes together are all that the variable can be; not where a filter or a period limits it.</param>
public sealed record ReleasedVariable(string Name, IReadOnlyList<IReadOnlyList<string>> Codes, bool IsWhole = true)
{
    /// <summary>All finest codes that the table counts.</summary>
    public IReadOnlyList<string> All() => [.. Codes.SelectMany(codes => codes).Distinct(StringComparer.Ordinal)];

    /// <summary>The code that stands for all that the table counts; −1 for none.</summary>
    public int TotalCode()
    {
        var all = All().Count;
        for (var code = Codes.Count - 1; code >= 0; code--)
        {
            if (Codes[code].Count == all)
            {
                return code;
            }
        }

        return -1;
    }
}
