using System.Text.RegularExpressions;
using Kpr.Functions.Tests.House;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Policy;

/// <summary>
/// What can be shown of `azd up` twice without a subscription: nothing in the template is different the second time. What Azure
/// makes of an unchanged template has not been seen.
/// </summary>
public sealed partial class IdempotenceTests
{
    [Fact]
    public void No_file_asks_for_the_time_or_a_new_id() => Assert.All(
        SourceFiles.Repository.BicepPaths.Concat(["infra/main.parameters.json"]), path => Assert.DoesNotMatch(Different(), SourceFiles.Repository.BicepPaths.Contains(path) ? SourceFiles.Repository.Text(path) : RepositoryFolder.Read(path)));

    [Theory]
    [MemberData(nameof(Profile.Each), MemberType = typeof(Profile))]
    public void A_second_run_makes_the_same_resources_with_the_same_properties(string profile)
    {
        var (first, second) = (Shown(profile), Shown(profile));
        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Another_environment_and_another_region_have_other_names()
    {
        string Account(params (string, object?)[] changes) => Profile.Deploy("dev", null, changes).Made("Microsoft.Storage/storageAccounts").First().Name;

        Assert.Equal(3, new[] { Account(), Account(("environmentName", "other")), Account(("location", "norwaywest")) }.Distinct().Count());
    }

    [Fact]
    public void Rights_are_named_by_what_they_are_given_on_to_whom_and_which() => Assert.All(
        SourceFiles.Repository.BicepPaths.SelectMany(path => Names().Matches(SourceFiles.Repository.Text(path)).Select(match => match.Groups[1].Value)),
        name => Assert.Matches(@"^guid\(.+,.+,.+\)$", name));

    [Fact]
    public void The_hooks_change_nothing() => Assert.All(
        ["check.sh", "smoke.sh", "check.ps1", "smoke.ps1"],
        hook => Assert.DoesNotMatch(Changing(), RepositoryFolder.Read($"infra/hooks/{hook}")));

    private static List<string> Shown(string profile) =>
        [.. Profile.Deploy(profile, null, ("durableBackend", "scheduler")).Resources.Select(resource => $"{resource.Id} {Text(resource["properties"])} {Text(resource["tags"])}")];

    private static string Text(object? value) => value switch
    {
        Dictionary<string, object?> many => $"{{{string.Join(',', many.Select(pair => $"{pair.Key}:{Text(pair.Value)}"))}}}",
        List<object?> list => $"[{string.Join(',', list.Select(Text))}]",
        _ => $"{value}",
    };

    [GeneratedRegex(@"\b(utcNow|newGuid|dateTimeAdd|deployment\(\)\.name)\b")]
    private static partial Regex Different();

    [GeneratedRegex(@"resource \w+ 'Microsoft\.Authorization/roleAssignments@[^']+' =[^\n]*\n\s+name: ([^\n]+)")]
    private static partial Regex Names();

    [GeneratedRegex(@"(?m)^\s*(az|azd) |Invoke-WebRequest[^\n]*-Method (?!Get)|curl[^\n]*(--request|-X) (?!GET)")]
    private static partial Regex Changing();
}
