using Kpr.Functions.Azure;
using Kpr.Functions.Tests.House;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kpr.Infra.Tests.Drift;

/// <summary>What <see cref="DeployedApp"/> says of an app is what the source of its slices mentions.</summary>
public sealed class EvidenceTests
{
    [Theory]
    [InlineData("intake")]
    [InlineData("applications")]
    [InlineData("preparation")]
    [InlineData("persons")]
    public void An_app_works_with_the_containers_that_its_source_names(string name)
    {
        var app = DeployedApp.All.Single(app => app.Name == name);
        Assert.Equal(Values(typeof(Containers), Mentions(app, "Containers")), app.Containers.Select(container => container.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("intake")]
    [InlineData("applications")]
    [InlineData("preparation")]
    [InlineData("persons")]
    public void An_app_sends_to_the_queues_that_its_source_names(string name)
    {
        var app = DeployedApp.All.Single(app => app.Name == name);
        Assert.Equal(Values(typeof(Queues), Mentions(app, "Queues")), app.Sends.Order(StringComparer.Ordinal));
    }

    // Members of a class of names, outside the lists themselves and outside triggers: these name a queue to hear it, or to log it.
    private static IEnumerable<string> Mentions(DeployedApp app, string of) => app.Slices.Concat(app.LeansOn).Concat(Begins(app) ? ["Azure"] : [])
        .Select(slice => Path.Combine(RepositoryFolder.Path, "functions", "Kpr.Functions", slice)).Where(Path.Exists)
        .SelectMany(place => File.Exists(place) ? [place] : Directory.EnumerateFiles(place, "*.cs", SearchOption.AllDirectories))
        .Where(file => Path.GetFileName(file) is not (nameof(DeployedApp) + ".cs" or nameof(Queues) + ".cs"))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Triggers{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        .Where(access => access.Expression.ToString().Split('.')[^1] == of)
        .Select(access => access.Name.Identifier.Text)
        .Concat(of == nameof(Containers) && app.UsesKeys ? [nameof(Containers.Keys)] : [])
        .Distinct();

    // Keys are begun by whoever takes data in: the first to come looks whether anything is sealed already.
    private static bool Begins(DeployedApp app) => app.UsesKeys && app.Containers.Any(container => container.Name == Containers.Identity);

    private static IEnumerable<string> Values(Type names, IEnumerable<string> members) => members
        .Select(names.GetField).Where(field => field is { IsLiteral: true }).Select(field => (string)field!.GetRawConstantValue()!)
        .Where(value => value != Queues.DeadLetter).Order(StringComparer.Ordinal);
}
