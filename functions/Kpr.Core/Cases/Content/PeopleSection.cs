namespace Kpr.Core.Cases.Content;

/// <summary>The list of persons with access.</summary>
/// <param name="Persons">The persons.</param>
public sealed record PeopleSection(IReadOnlyList<AccessPerson> Persons);
