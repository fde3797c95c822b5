using Kpr.Core.Formats;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.SchoolHealth;

namespace Kpr.Core.Tests.Xpr;

/// <summary>A module of XPR as tests see it: what differs in a document that is valid.</summary>
/// <param name="Feed">Name of the feed.</param>
/// <param name="Folder">Folder of its public schemas.</param>
/// <param name="Short">Short name, as in the schemas' names.</param>
/// <param name="Root">Start tag of the message.</param>
/// <param name="Contacts">The contacts that the module asks for.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="Event">Element of an event.</param>
/// <param name="Person">Element of a person.</param>
/// <param name="LocalNumber">The local number of the second record, as it stands there.</param>
/// <param name="Key">Attribute of an event that holds any text up to a hundred characters.</param>
/// <param name="Notification">A valid notification of a number, on lines of its own.</param>
internal sealed record XprModule(
    string Feed, string Folder, string Short, string Root, string Contacts, string Municipality, string Event, string Person, string LocalNumber,
    string Key, Func<int, string> Notification)
{
    public static IReadOnlyList<XprModule> All { get; } = [CareEventDocument.Module, SchoolHealthDocument.Module];

    public static IEnumerable<string> Feeds => All.Select(module => module.Feed);

    public string Namespace => $"http://www.npr.no/xmlstds/56_0_0_{Short}";

    public static XprModule Of(string feed) => All.Single(module => module.Feed == feed);

    /// <summary>Each row of a theory for each module, its feed first.</summary>
    public static IEnumerable<object[]> Each(IEnumerable<object[]> rows) => rows.SelectMany(row => All.Select(module => (object[])[module.Feed, .. row]));

    public Feed Find() => Core.Formats.Feeds.Find(Feed)!;
}
