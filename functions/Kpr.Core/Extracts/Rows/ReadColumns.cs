namespace Kpr.Core.Extracts.Rows;

/// <summary>The columns of a segment that are read, each once.</summary>
internal sealed class ReadColumns
{
    private readonly List<string> _names = [];

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Place of a column among them; it is read from now on.</summary>
    public int Place(string name)
    {
        var at = _names.IndexOf(name);
        if (at < 0)
        {
            _names.Add(name);
            at = _names.Count - 1;
        }

        return at;
    }
}
