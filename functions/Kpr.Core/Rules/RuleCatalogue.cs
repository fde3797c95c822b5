using System.Reflection;
using Kpr.Core.Formats;

namespace Kpr.Core.Rules;

/// <summary>All rules of the register. A rule belongs to it by being a class: adding one is adding a file.</summary>
public static class RuleCatalogue
{
    private static readonly Rule[] Rules = Find();
    private static readonly Dictionary<string, Rule> ById = Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All rules in the order of the published catalogue.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. Rules.OrderBy(PublishedOrder).ThenBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rules across records, in order of judging.</summary>
    public static IReadOnlyList<GroupRule> GroupRules { get; } = [.. Rules.OfType<GroupRule>()];

    /// <summary>The rules of one kind that are applied to a file received on a day, in order of judging.</summary>
    public static IEnumerable<TRule> Of<TRule>(DateOnly day)
        where TRule : Rule => Rules.OfType<TRule>().Where(rule => rule.AppliesOn(day));

    /// <summary>The rules that judge records of a type, those of its base types included, in order of judging.</summary>
    public static IEnumerable<IRecordRule<TRecord>> OfRecord<TRecord>(DateOnly day)
        where TRecord : FeedRecord => Rules.Where(rule => rule.AppliesOn(day)).OfType<IRecordRule<TRecord>>();

    /// <summary>The rules that judge envelopes of a type, those of its base types included, in order of judging.</summary>
    public static IEnumerable<IEnvelopeRule<TEnvelope>> OfEnvelope<TEnvelope>(DateOnly day)
        where TEnvelope : MessageEnvelope => Rules.Where(rule => rule.AppliesOn(day)).OfType<IEnvelopeRule<TEnvelope>>();

    /// <summary>The rule with an id; null when there is none.</summary>
    public static Rule? Find(string id) => ById.GetValueOrDefault(id);

    private static Rule[] Find() =>
    [
        .. typeof(Rule).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsSubclassOf(typeof(Rule)))
            .Select(Instance)
            .OrderBy(rule => rule.Order).ThenBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    // The same instance as The<TRule>.Rule.
    private static Rule Instance(Type type) =>
        (Rule)typeof(The<>).MakeGenericType(type)
            .GetProperty(nameof(The<Files.F01Readable>.Rule), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static int PublishedOrder(Rule rule) => "FIAEK".IndexOf(rule.Id[0], StringComparison.Ordinal);
}
