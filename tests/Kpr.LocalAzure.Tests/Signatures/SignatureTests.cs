using System.Text.RegularExpressions;
using Kpr.LocalAzure.Faults;

namespace Kpr.LocalAzure.Tests.Signatures;

/// <summary>
/// Holds the local edition to the genuine libraries: each public type and member it has must exist there with the
/// same signature. After adding a member, run these tests with KPR_UPDATE_SIGNATURES=1 where the whole lists are in
/// <c>../shared/azure-api</c> (or with the variable naming their folder): the lines of just the members present are
/// then written to the files beside this one. What has no line there still fails: it does not exist in the genuine library.
/// </summary>
public sealed partial class SignatureTests
{
    internal const string UpdateVariable = "KPR_UPDATE_SIGNATURES";

    private static readonly Type[] LocalTypes =
    [
        .. from type in typeof(IoSwitch).Assembly.GetExportedTypes()
           where type.Namespace is { } space && space != "Kpr.LocalAzure" && !space.StartsWith("Kpr.LocalAzure.", StringComparison.Ordinal)
           orderby type.FullName
           select type,
    ];

    private static readonly Lazy<GenuineSignatures> Kept = new(() =>
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(UpdateVariable)) && GenuineSignatures.ReadWhole() is { } whole)
        {
            whole.Keep(IsPresent);
        }

        return GenuineSignatures.Read();
    });

    private static readonly HashSet<string> Abstract = [.. LocalTypes.Where(type => type.IsAbstract).Select(TypeNames.Of)];
    private static readonly HashSet<string> LocalMembers = [.. LocalTypes.SelectMany(SignatureFormat.Members).Select(Canonical)];

    [Fact]
    public void Every_public_member_exists_in_the_genuine_library()
    {
        HashSet<string> lines = [.. Kept.Value.Lines.Select(Canonical)];
        string[] missing = [.. LocalMembers.Where(member => !lines.Contains(member)).Order(StringComparer.Ordinal)];

        Assert.True(missing.Length == 0, Explain(missing));
    }

    [Fact]
    public void Every_public_type_is_of_the_kind_it_is_in_the_genuine_library()
    {
        var kept = Kept.Value.Lines.Where(line => line.StartsWith("type ", StringComparison.Ordinal)).ToArray();
        string[] wrong = [.. LocalTypes.Select(SignatureFormat.Type).Where(type => !kept.Any(genuine => Agree(type, genuine)))];

        Assert.True(wrong.Length == 0, Explain(wrong));
    }

    [Fact]
    public void Nothing_is_kept_that_the_local_edition_lacks()
    {
        var surplus = Kept.Value.Lines.Where(line => !IsPresent(line)).ToArray();

        Assert.True(surplus.Length == 0, $"Run with {UpdateVariable}=1, or delete by hand:\n{string.Join('\n', surplus)}");
    }

    [Fact]
    public void What_is_kept_is_in_the_whole_lists_when_they_are_at_hand()
    {
        var whole = GenuineSignatures.ReadWhole() ?? Kept.Value;

        // Of some libraries there is no whole list: their files are written by hand.
        Assert.Empty(Kept.Value.Libraries.Where(library => whole.Libraries.ContainsKey(library.Key)).SelectMany(library => library.Value).Except(whole.Lines));
    }

    private static bool IsPresent(string genuine) =>
        genuine.StartsWith("type ", StringComparison.Ordinal)
            ? LocalTypes.Any(type => Agree(SignatureFormat.Type(type), genuine))
            : LocalMembers.Contains(Canonical(genuine));

    // Of an abstract class, a public constructor is no more use than a protected one. What the copy of a derived record
    // is declared to be depends on the framework it was compiled for.
    private static string Canonical(string member) =>
        member.Split(".<Clone>$()", 2) is [var record, _] ? record + ".<Clone>$()"
        : member.Split("..ctor(", 2) is [var owner, _] && Abstract.Contains(owner) ? member.Replace(" [protected]", "", StringComparison.Ordinal) : member;

    /// <summary>
    /// Kind and name are the same, the base class too; of the interfaces the local type may lack some, for example
    /// those that are not public.
    /// </summary>
    private static bool Agree(string local, string genuine)
    {
        var (localHead, localBases) = Split(local);
        var (genuineHead, genuineBases) = Split(genuine);
        return localHead == genuineHead
            && localBases.All(genuineBases.Contains)
            && genuineBases.Where(type => !InterfaceName().IsMatch(type)).All(localBases.Contains);
    }

    private static (string Head, string[] Bases) Split(string line)
    {
        var parts = line.Split(" : ", 2);
        return (parts[0], parts.Length == 1 ? [] : parts[1].Split(", "));
    }

    private static string Explain(string[] lines)
    {
        var whole = GenuineSignatures.ReadWhole();
        return string.Join('\n', lines.Select(line => line + Verdict(line)));

        string Verdict(string line) =>
            whole is null ? ""
            : whole.Lines.Any(genuine => Canonical(genuine) == line) || whole.Lines.Any(genuine => Agree(line, genuine)) ? $"   <- genuine: run with {UpdateVariable}=1"
            : Nearest(line) is { } near ? $"   <- the genuine library has: {near}"
            : "   <- the genuine library has nothing of that name";

        string? Nearest(string line) =>
            whole.Lines.FirstOrDefault(genuine => Name(genuine) == Name(line));
    }

    // The name of a type or member without kind, generics, parameters and what follows.
    private static string Name(string line) => MemberName().Match(line).Groups["name"].Value;

    [GeneratedRegex(@"^(type [a-z ]+ )?(?<name>[^ (\[]+)")]
    private static partial Regex MemberName();

    // A base class whose name looks like that of an interface does not occur.
    [GeneratedRegex(@"^([^<]*\.)?I[A-Z][^.<]*(<.*)?$")]
    private static partial Regex InterfaceName();
}
