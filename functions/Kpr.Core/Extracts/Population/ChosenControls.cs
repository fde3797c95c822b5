using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Population;

/// <summary>Controls that were chosen. Holds register keys: it lies sealed like the population.</summary>
/// <param name="Pairs">Each control with the person that she is a control for.</param>
/// <param name="Fewer">Persons who got fewer than were ordered, with how many they got.</param>
public sealed record ChosenControls(IReadOnlyList<KeyValuePair<PersonKey, PersonKey>> Pairs, IReadOnlyList<KeyValuePair<PersonKey, int>> Fewer);
