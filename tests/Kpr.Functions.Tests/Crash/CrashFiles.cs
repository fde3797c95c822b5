using System.Text;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.Claims;
using Kpr.Core.Tests.SchoolHealth;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Functions.Tests.Crash;

/// <summary>The files of the crash matrix: small, and every fate a record or a file can have.</summary>
internal static class CrashFiles
{
    public const int ChunkRecords = 2;

    /// <summary>Address and content, in the order in which the inbox lists them.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> All { get; } =
    [
        ("care-events/0301/a-accepted.xml", Bytes(new CareEventDocument().Add().Add().Add())),
        ("care-events/4601/b-partly.xml", Bytes(new CareEventDocument
        {
            Municipality = "<Kommune kommuneNr=\"4601\"/>\n<!-- partly -->",
        }.Add().Add(Unlisted).Raw(CareEventDocument.Notification(1)).Add(text => text.Replace("\"T4\"", $"\"{CareEventDocument.Person}\"", StringComparison.Ordinal)))),
        ("care-events/5001/c-rejected.xml", Bytes(Of("5001").Add().Add().Raw(Unlisted(CareEventDocument.Notification(1))))),
        ("care-events/0301/d-again.xml", Bytes(new CareEventDocument().Add().Add().Add())),
        ($"claims/{ClaimDocuments.Sender}/e-partly.xml", Encoding.UTF8.GetBytes(ClaimDocuments.Xml(
            new TestClaim(1), new TestClaim(2) { Guid = "ikke-en-guid" }, new TestClaim(3) { Fid = TestClaim.Woman }))),
        ($"claims/{ClaimDocuments.Sender}/f-partly.json", Encoding.UTF8.GetBytes(ClaimDocuments.Json(
            new TestClaim(4), new TestClaim(5) { Guid = null }))),
        ("care-events/4204/h-first.xml", Bytes(Of("4204").Add().Add().Add())),
        ("school-health/0301/g-partly.xml", Bytes(new SchoolHealthDocument().Add().Add(Nameless).Raw(SchoolHealthDocument.Notification(1)))),
    ];

    /// <summary>A file that leans on an earlier one, and comes when that is done: a repetition, a correction, an end, another user's service.</summary>
    public static (string Name, byte[] Content) Second { get; } = ("care-events/4204/i-second.xml", Bytes(Of("4204")
        .Raw(CareEventDocument.Notification(3))
        .Raw(CareEventDocument.Notification(4).Replace("=\"N\"", $"=\"M\" notifikasjonRef=\"{XprDocument.Id(1)}\"", StringComparison.Ordinal))
        .Raw(CareEventDocument.Notification(5).Replace("TjenesteStart", "TjenesteSlutt", StringComparison.Ordinal)
            .Replace("\"T5\"", "\"T2\"", StringComparison.Ordinal).Replace("\"B5\"", "\"B2\"", StringComparison.Ordinal))
        .Raw(CareEventDocument.Notification(6).Replace("\"T6\"", "\"T1\"", StringComparison.Ordinal))));

    /// <summary>The file that repeats the bytes of an earlier one.</summary>
    public static (string Name, byte[] Content) Repetition { get; } = All.Single(file => file.Name.EndsWith("d-again.xml", StringComparison.Ordinal));

    /// <summary>All others. Which of two equal files comes first is chance unless one is done before the other comes.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Different => All.Where(file => file != Repetition);

    // Of other municipalities, so that what is told of each does not depend on which comes first.
    private static CareEventDocument Of(string municipality) => new() { Municipality = $"<Kommune kommuneNr=\"{municipality}\"/>" };

    private static byte[] Bytes(XprDocument document) => Encoding.UTF8.GetBytes(document.ToString());

    // A consultation without key (F02).
    private static string Nameless(string notification) => notification.Replace("konsultasjonID=\"K2\"", "konsultasjonID=\"\"", StringComparison.Ordinal);

    // A service that the register does not take (E11).
    private static string Unlisted(string notification) => notification.Replace("tjenesteType=\"21\"", "tjenesteType=\"22\"", StringComparison.Ordinal);
}
