using Kpr.Core.Formats.Xml;

namespace Kpr.Core.Tests.Formats;

public sealed class BoundedNameTableTests
{
    [Fact]
    public void Equal_names_are_one_object_however_they_alternate()
    {
        var table = new BoundedNameTable(100, () => new InvalidOperationException());
        // The same length, first and last letter: told apart only by what is between.
        string[] names = ["aXb", "aYb", "aZb", "fid", "", "notifikasjonTid"];
        var first = names.Select(name => table.Add(name)).ToList();

        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < names.Length; i++)
            {
                var within = $"<{names[i]}>".ToCharArray();
                Assert.Same(first[i], table.Add(within, 1, names[i].Length));
            }
        }
    }

    [Fact]
    public void Add_beyond_the_limit_throws_what_it_was_told_to()
    {
        var table = new BoundedNameTable(2, () => new InvalidOperationException("full"));
        char[] text = [.. "abc"];
        table.Add(text, 0, 1);
        table.Add(text, 1, 1);
        table.Add(text, 0, 1);

        Assert.Equal("full", Assert.Throws<InvalidOperationException>(() => table.Add(text, 2, 1)).Message);
    }
}
