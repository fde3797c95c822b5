using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Kpr.Core.Cases.Notices;

/// <summary>
/// The texts of notices: a folder a language, a file a template, <c>{event}.{recipient}.txt</c> before <c>{event}.txt</c> before <c>default.txt</c>. The
/// first line is the subject, the rest the body. <c>{case}</c>, <c>{event}</c>, <c>{due}</c> and <c>{link}</c> are filled in; a line that asks for what
/// is not there is left out. A language lacks nothing: what it has no file for is written in bokmål, so nynorsk can be added file by file.
/// </summary>
public static class NoticeTemplates
{
    /// <summary>Bokmål.</summary>
    public const string Norwegian = "nb";

    private const string Prefix = "notices/";
    private const string Suffix = ".txt";
    private const string Fallback = "default";
    private const string Digest = "digest";

    private static readonly FrozenDictionary<string, string> Texts = Load();

    /// <summary>The languages that have texts, by ISO 639-1.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. Texts.Keys.Select(key => key[..key.IndexOf('/', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Names of a language's templates.</summary>
    public static IReadOnlyList<string> Of(string language) =>
        [.. Texts.Keys.Where(key => key.StartsWith($"{language}/", StringComparison.Ordinal)).Select(key => key[(language.Length + 1)..]).Order(StringComparer.Ordinal)];

    /// <summary>Writes a notice.</summary>
    /// <param name="language">The receiver's language; one that is not known is taken for bokmål.</param>
    /// <param name="facts">What it tells.</param>
    public static NoticeText Write(string language, NoticeFacts facts)
    {
        var recipient = JsonNamingPolicy.KebabCaseLower.ConvertName(facts.Recipient.ToString());
        string[] names = [$"{facts.Template}.{recipient}", facts.Template, $"{Fallback}.{recipient}", Fallback];
        return Fill(Find(language, names) ?? Find(Norwegian, names)!, facts, language);
    }

    /// <summary>Writes many notices as one.</summary>
    public static NoticeText WriteDigest(string language, IReadOnlyList<NoticeFacts> all)
    {
        var template = Find(language, [Digest]) ?? Find(Norwegian, [Digest])!;
        var lines = all.Select(facts => $"- {facts.Case}: {Event(facts.Template, language)}\n  {facts.Link}");
        return Split(template.Replace("{count}", all.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{list}", string.Join('\n', lines), StringComparison.Ordinal));
    }

    private static string? Find(string language, string[] names) => names.Select(name => Texts.GetValueOrDefault($"{language}/{name}")).FirstOrDefault(text => text is not null);

    private static NoticeText Fill(string template, NoticeFacts facts, string language)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["{case}"] = facts.Case,
            ["{event}"] = Event(facts.Template, language),
            ["{due}"] = facts.Due is { } due ? due.ToString(language == "en" ? "yyyy-MM-dd" : "dd.MM.yyyy", CultureInfo.InvariantCulture) : null,
            ["{link}"] = facts.Link.AbsoluteUri,
        };
        var lines = template.Split('\n').Where(line => values.All(pair => pair.Value is not null || !line.Contains(pair.Key, StringComparison.Ordinal)));
        return Split(values.Aggregate(string.Join('\n', lines), (text, pair) => text.Replace(pair.Key, pair.Value, StringComparison.Ordinal)));
    }

    private static NoticeText Split(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return new NoticeText(text[..end].Trim(), text[(end + 1)..].Trim() + "\n");
    }

    private static string Event(string template, string language) =>
        EventCatalogue.All.FirstOrDefault(kind => kind.Name == template) is { } kind ? language == "en" ? kind.English : kind.Norwegian : template;

    private static FrozenDictionary<string, string> Load()
    {
        var assembly = typeof(NoticeTemplates).Assembly;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            texts[name[Prefix.Length..^Suffix.Length]] = reader.ReadToEnd().ReplaceLineEndings("\n");
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
