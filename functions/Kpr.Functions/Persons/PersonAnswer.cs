using Kpr.Core.Persons;

namespace Kpr.Functions.Persons;

/// <summary>A decision about a person, for operators. Tells no number and no key.</summary>
/// <param name="Id">Id of the decision.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Case">The case.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Services">Of a reservation: what it is about.</param>
/// <param name="State">How far it is carried out.</param>
/// <param name="WaitsFor">Keys of the files that were under way and are not done: <c>GET /api/files/{key}</c> tells of each.</param>
public sealed record PersonAnswer(
    string Id, PersonDecisionKind Kind, string Case, DateTime At, IReadOnlyList<ReservedServices>? Services, PersonDecisionState State, IReadOnlyList<string> WaitsFor)
{
    /// <summary>The answer about a decision.</summary>
    public static PersonAnswer Of(PersonDecision decision) => new(
        decision.Id, decision.Kind, decision.Case, decision.At,
        decision.Kind == PersonDecisionKind.Reservation ? [.. Enum.GetValues<ReservedServices>().Where(one => one != ReservedServices.None && decision.Services.HasFlag(one))] : null,
        decision.State, decision.WaitsFor);
}
