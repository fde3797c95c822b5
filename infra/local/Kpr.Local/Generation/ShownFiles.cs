using Kpr.Local.Generation.Expected;

namespace Kpr.Local.Generation;

/// <summary>The files of the smallest set that show what a set by chance may lack.</summary>
/// <param name="folder">The set's folder.</param>
internal sealed class ShownFiles(string folder)
{
    /// <summary>A file sent twice: the same bytes under another name, answered with the same receipt.</summary>
    public ExpectedFile SendAgain(ExpectedFile first, string name)
    {
        var path = first.Path[..(first.Path.LastIndexOf('/') + 1)] + name;
        File.Copy(Path.Combine(folder, first.Path), Path.Combine(folder, path), overwrite: true);
        return first.CopyTo(path);
    }

    /// <summary>A file that is neither XML nor JSON (F01).</summary>
    public ExpectedFile NotXml(string feed, string sender, string name)
    {
        var path = $"{feed}/{sender}/{name}";
        File.WriteAllText(Path.Combine(folder, path), "Dette er ikke en melding, men en tekst som kom med ved en feil.\n");
        var expected = new ExpectedFile(path, feed, sender);
        expected.ExpectUnreadable("F01", readNothing: true);
        return expected;
    }
}
