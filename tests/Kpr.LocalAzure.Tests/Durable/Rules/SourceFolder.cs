using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kpr.LocalAzure.Tests.Durable.Rules;

/// <summary>Source compiled in memory against what this process has loaded, to be looked at only.</summary>
internal static class SourceFolder
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    /// <summary>All C# files under a folder of this repository, for example <c>functions/Kpr.Functions</c>.</summary>
    public static CSharpCompilation Read(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "KprFunctions.sln")))
        {
            root = root.Parent;
        }

        var path = Path.Combine((root ?? throw new DirectoryNotFoundException("The repository is not above the tests.")).FullName, folder);
        return Compile(Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories).Select(file => (file, File.ReadAllText(file))));
    }

    public static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files)
    {
        var known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "looked-at",
            files.Append(("ImplicitUsings.cs", ImplicitUsings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, path: file.Item1)),
            known.Select(assembly => MetadataReference.CreateFromFile(assembly)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }
}
