using System.Globalization;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Syntax;

/// <summary>A grammar that others wrote (tree-sitter, by npm) reads the files without a fault.</summary>
public sealed class GrammarTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "Kpr.Infra.Tests", "Syntax", "tree-sitter");

    private static readonly Lazy<Task> Installed = new(InstallAsync);

    [Fact]
    public async Task It_reads_every_file_of_the_infrastructure()
    {
        var paths = SourceFiles.Repository.BicepPaths;
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{paths.Count} files"), (await ParseAsync(paths.Select(path => Path.Combine(RepositoryFolder.Path, path)))).Trim());
    }

    [Fact]
    public async Task It_finds_a_fault()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "param name string\nresource x = 'A/b@2025-01-01' {\n}\n");
            Assert.Contains($"{file}(2)", await ParseAsync([file]), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> ParseAsync(IEnumerable<string> files)
    {
        await Installed.Value;
        return (await Tool.RunAsync("node", ["parse.mjs", .. files], Folder)).Output;
    }

    // Nothing is built or downloaded but the two packages: the grammar comes compiled to WebAssembly.
    private static async Task InstallAsync()
    {
        string[] needed = ["tree-sitter-bicep/tree-sitter-bicep.wasm", "web-tree-sitter/web-tree-sitter.wasm"];
        if (needed.Any(file => !File.Exists(Path.Combine(Folder, "node_modules", file))))
        {
            var (exitCode, output) = await Tool.RunAsync("npm", ["ci", "--ignore-scripts"], Folder);
            Assert.True(exitCode == 0, output);
        }
    }
}
