namespace Kpr.Functions.Persons;

/// <summary>A disclosure of data about a person, as the person is told of it: helseregisterloven § 19 h; personvernforordningen art. 15.</summary>
/// <param name="On">The day, Norwegian time.</param>
/// <param name="Recipient">Organisation number of whoever got the data.</param>
/// <param name="LegalBasis">By which right.</param>
/// <param name="Datasets">The datasets.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Case">The case that it was decided in.</param>
public sealed record ToldDisclosure(DateOnly On, string Recipient, string LegalBasis, IReadOnlyList<string> Datasets, DateOnly From, DateOnly To, string Case);
