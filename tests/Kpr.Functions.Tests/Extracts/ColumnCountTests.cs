using System.Text;
using Kpr.Core.Extracts.Package;
using Kpr.Functions.Preparation.Extracts;

namespace Kpr.Functions.Tests.Extracts;

public sealed class ColumnCountTests
{
    private const string Table = "person,text\nA,\"x, \"\"y\"\"\"\nA,\nA,\nB,\nB,\"line\nbreak\"\nB,æøå\nB,\"line\nbreak\"\n";

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Missing_longest_and_identical_are_counted_wherever_the_bytes_are_cut(int chunk)
    {
        var count = new ColumnCount();
        foreach (var part in Encoding.UTF8.GetBytes(Table).Chunk(chunk))
        {
            count.Write(part);
        }

        Assert.Equal(new ColumnFigures(0, 1), count.Figures["person"]);
        Assert.Equal(new ColumnFigures(3, 10), count.Figures["text"]);
        Assert.Equal(2, count.IdenticalRows);
    }
}
