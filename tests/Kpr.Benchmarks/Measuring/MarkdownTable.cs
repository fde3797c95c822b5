using System.Text;

namespace Kpr.Benchmarks.Measuring;

/// <summary>A table; the first column is text, the others are numbers.</summary>
/// <param name="header">The names of the columns.</param>
internal sealed class MarkdownTable(params string[] header)
{
    private readonly StringBuilder _text = new StringBuilder()
        .Append("| ").AppendJoin(" | ", header).Append(" |\n|---|").Append(string.Concat(Enumerable.Repeat("---:|", header.Length - 1))).Append('\n');

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
