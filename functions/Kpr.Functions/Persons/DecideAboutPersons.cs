using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;

namespace Kpr.Functions.Persons;

/// <summary>
/// Takes decisions about persons into the list: deletion, reservation, replaced numbers, and the lifting of what was decided. From then on
/// they hold for all that is read and written; <see cref="ApplyDecisions"/> carries them out on what is stored. Each leaves a line in the audit log first.
/// </summary>
public sealed partial class DecideAboutPersons(PersonListStore list, IKeyRingSource keys, AuditLog audit, TimeProvider clock)
{
    private const int IdLength = 32;

    /// <summary>Deletes a person from the register.</summary>
    public Task<PersonOutcome> EraseAsync(PersonRequest request, string actor, CancellationToken cancellationToken) =>
        DecideAsync(request, PersonDecisionKind.Erasure, ReservedServices.None, actor, cancellationToken);

    /// <summary>Notes an objection.</summary>
    public async Task<PersonOutcome> ReserveAsync(PersonRequest request, string actor, CancellationToken cancellationToken)
    {
        var services = (request.Services ?? []).Aggregate(ReservedServices.None, (all, one) => all | one);
        return services == ReservedServices.None
            ? new PersonOutcome(null, "Oppgi hva reservasjonen gjelder: schoolHealth, dental eller disclosure. For andre tjenester gir forskriften ingen reservasjonsrett.")
            : await DecideAsync(request, PersonDecisionKind.Reservation, services, actor, cancellationToken);
    }

    /// <summary>Links a replaced number to the one in its place.</summary>
    public async Task<PersonOutcome> LinkAsync(PersonRequest request, string actor, CancellationToken cancellationToken)
    {
        using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
        if (!IsCase(request.Case) || request.Number is not { } old || request.NewNumber is not { } next || marks.KeyOf(old.Trim()) is not { } oldKey || marks.KeyOf(next.Trim()) is not { } newKey || oldKey == newKey)
        {
            return new PersonOutcome(null, "Oppgi case, number og newNumber: to ulike fødselsnumre, D-numre eller DUF-numre med gyldige kontrollsifre.");
        }

        var decision = Decision(PersonDecisionKind.Link, request.Case!, [.. marks.AllOf(old), .. marks.AllOf(next)], await SecretAsync(cancellationToken)) with
        {
            Old = oldKey.ToString(),
            New = newKey.ToString(),
        };
        return (await list.ReadAsync(cancellationToken)).Refusal(decision.Old, decision.New) is not null
            ? new PersonOutcome(null, "Nummeret er alt erstattet av et annet, eller lenken ville ført tilbake til seg selv.", IsConflict: true)
            : await TakeAsync(decision, actor, "numbers-linked", cancellationToken);
    }

    /// <summary>Lifts a decision: a reservation is withdrawn, a deleted person may be stored again, a link was wrong. What was removed comes back only when it is sent again.</summary>
    /// <returns>The decision that was lifted; null when there is none of that id.</returns>
    public async Task<PersonDecision?> LiftAsync(string id, string actor, CancellationToken cancellationToken)
    {
        if ((await list.ReadAsync(cancellationToken)).Find(id) is not { } decision)
        {
            return null;
        }

        await audit.AppendAsync(Event(clock.GetUtcNow(), actor, "lifted", decision), cancellationToken);
        await list.ChangeAsync(now => now.Find(id) is null ? null : now.Without(id), cancellationToken);
        return decision;
    }

    private async Task<PersonOutcome> DecideAsync(
        PersonRequest request, PersonDecisionKind kind, ReservedServices services, string actor, CancellationToken cancellationToken)
    {
        var hasNumber = !string.IsNullOrWhiteSpace(request.Number);
        if (!IsCase(request.Case) || hasNumber == request.PersonKey is not null || (request.PersonKey is { } key && !PersonKey.TryParse(key, out _)))
        {
            return new PersonOutcome(null, "Oppgi case (saksnummer, uten identitetsnummer), og enten number eller personKey.");
        }

        using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
        var decision = Decision(kind, request.Case!, hasNumber ? marks.AllOf(request.Number!) : [request.PersonKey!], await SecretAsync(cancellationToken), services);
        return await TakeAsync(decision, actor, kind == PersonDecisionKind.Erasure ? "person-deleted" : "reservation-noted", cancellationToken);
    }

    // The line first: nothing is done about a person that the log does not know of.
    private async Task<PersonOutcome> TakeAsync(PersonDecision decision, string actor, string action, CancellationToken cancellationToken)
    {
        if ((await list.ReadAsync(cancellationToken)).Find(decision.Id) is { } earlier)
        {
            return new PersonOutcome(earlier);
        }

        await audit.AppendAsync(Event(clock.GetUtcNow(), actor, action, decision), cancellationToken);
        var now = await list.ChangeAsync(known => known.Find(decision.Id) is null ? known.With(decision) : null, cancellationToken);
        return new PersonOutcome(now.Find(decision.Id));
    }

    private static AuditEvent Event(DateTimeOffset on, string actor, string action, PersonDecision decision) =>
        new(on, actor, action, decision.Id, "", $"case {decision.Case}") { Log = AuditEvent.PersonsLog, Once = false };

    // Under the secret: an id must not be a hash that numbers can be tried against.
    private PersonDecision Decision(PersonDecisionKind kind, string @case, IReadOnlyList<string> marks, byte[] secret, ReservedServices services = ReservedServices.None)
    {
        var text = string.Join('\n', [kind.ToString(), @case, services.ToString(), .. marks]);
        var id = Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)))[..IdLength];
        return new PersonDecision(id, kind, @case, clock.GetUtcNow().UtcDateTime, marks) { Services = services };
    }

    private async Task<byte[]> SecretAsync(CancellationToken cancellationToken) =>
        HMACSHA256.HashData((await keys.GetAsync(cancellationToken)).PersonSecret, "kpr-decision-1"u8);

    /// <summary>Whether a text can be the number of a case, and is none of a person.</summary>
    internal static bool IsCase(string? text) => text is not null && CaseForm().IsMatch(text) && !IdentityScan.ContainsNationalId(text);

    [GeneratedRegex(@"^[\p{L}0-9][\p{L}0-9/.-]{0,39}\z")]
    private static partial Regex CaseForm();
}
