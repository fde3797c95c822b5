using Kpr.LocalAzure.Hosting;

namespace Kpr.LocalAzure.Tests.Hosting;

public sealed class BlobPatternTests
{
    [Theory]
    [InlineData("incoming/{name}", "a.xml", "name=a.xml")]
    [InlineData("incoming/{name}", "deep/er/a.xml", "name=deep/er/a.xml")]
    [InlineData("incoming/{feed}/{sender}/{name}", "care/0301/a/b.xml", "feed=care sender=0301 name=a/b.xml")]
    [InlineData("incoming/{feed}/{sender}/{name}", "care/a.xml", null)]
    [InlineData("incoming/in/{name}.{ext}", "in/a.b.xml", "name=a.b ext=xml")]
    [InlineData("incoming/in/{name}.{ext}", "out/a.xml", null)]
    [InlineData("incoming/{year}-{rest}", "2026-11-21", "year=2026 rest=11-21")]
    [InlineData("incoming/fixed.xml", "fixed.xml", "")]
    [InlineData("incoming/fixed.xml", "fixedxxml", null)]
    [InlineData("incoming", "any/thing", "blobName=any/thing")]
    public void A_pattern_means_names_and_reads_their_parts(string path, string name, string? parts) =>
        Assert.Equal(parts, BlobPattern.Parse(path).Match(name) is { } match ? string.Join(' ', match.Select(pair => $"{pair.Key}={pair.Value}")) : null);

    [Theory]
    [InlineData("incoming/in/{name}", "incoming", "in/")]
    [InlineData("incoming/{name}", "incoming", "")]
    [InlineData("incoming/fixed.xml", "incoming", "fixed.xml")]
    public void A_pattern_knows_how_its_names_begin(string path, string container, string prefix)
    {
        var pattern = BlobPattern.Parse(path);

        Assert.Equal((container, prefix), (pattern.Container, pattern.Prefix));
    }

    [Theory]
    [InlineData("{container}/{name}")]
    [InlineData("/name")]
    public void A_path_without_a_container_is_refused(string path) => Assert.Throws<FormatException>(() => BlobPattern.Parse(path));
}
