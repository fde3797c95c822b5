using Kpr.Core.Identity;

namespace Kpr.Local.Generation.People;

/// <summary>Somebody who does not exist.</summary>
/// <param name="Born">Birth date.</param>
/// <param name="Sex">Male or female.</param>
/// <param name="GivenName">A common given name.</param>
/// <param name="FamilyName">A made-up family name.</param>
/// <param name="Identity">Number and type.</param>
internal sealed record Person(DateOnly Born, Sex Sex, string GivenName, string FamilyName, PersonIdentity Identity);
