using Kpr.Core.Identity;

namespace Kpr.Functions.Ingest;

/// <summary>The persons of the users of KPR_IPL, as KPR_IDE names them. KPR_IDE itself has none of these.</summary>
/// <param name="Keys">Person keys by the user's ordinal.</param>
/// <param name="WithoutKey">Identity of the users whose number yields no key, with the user's ordinal: by it they are found when a person is deleted.</param>
public sealed record ReportedPersons(IReadOnlyDictionary<long, PersonKey> Keys, IReadOnlyList<IdentityLine> WithoutKey)
{
    /// <summary>Nobody.</summary>
    public static ReportedPersons None { get; } = new(new Dictionary<long, PersonKey>(), []);
}
