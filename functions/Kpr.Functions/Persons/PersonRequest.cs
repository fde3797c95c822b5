using Kpr.Core.Persons;

namespace Kpr.Functions.Persons;

/// <summary>What is asked about a person. The number is used to find the person and is stored nowhere.</summary>
/// <param name="Case">The case that it is decided in (saksnummer): letters, digits, slash, hyphen and dot, up to 40.</param>
/// <param name="Number">The person's number, of any type; null when the key is given.</param>
/// <param name="PersonKey">The person key; null when the number is given.</param>
/// <param name="Services">Of a reservation: what the person objects to.</param>
/// <param name="NewNumber">Of a link: the number in the place of <paramref name="Number"/>.</param>
public sealed record PersonRequest(
    string? Case = null, string? Number = null, string? PersonKey = null, IReadOnlyList<ReservedServices>? Services = null, string? NewNumber = null)
{
    /// <summary>Never shows a number.</summary>
    public override string ToString() => $"request in case {Case}";
}
