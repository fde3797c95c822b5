using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Claims;

/// <summary>Makes the claims of one practice, without fault.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="practice">The practice.</param>
/// <param name="random">Its numbers.</param>
/// <param name="clock">The time at which JSON files will be received: they do not say when they were made.</param>
internal sealed class ClaimSource(GenerateOptions options, Practice practice, SplitMix random, TimeProvider clock)
{
    private const int Days = 14;

    // A patient comes back after ninety places of a file, and so after an hour at least: nearer visits would be one (K29).
    private const int PlacesBetweenVisits = 90;
    private const int PatientsOfPlace = 10;
    private const int OpenMinutes = 480;

    private int _number;

    /// <summary>The next claim.</summary>
    /// <param name="sentOn">The day on which the file is made.</param>
    /// <param name="slot">0-based place in the file: no two claims of a file begin in the same minute.</param>
    /// <param name="slots">Number of places.</param>
    /// <param name="previous">The last claim that the register has taken.</param>
    public ClaimDraft Next(DateOnly sentOn, int slot, int slots, ClaimDraft? previous)
    {
        var patient = (ulong)((random.Below(PatientsOfPlace) * PlacesBetweenVisits) + (slot % PlacesBetweenVisits));
        var person = Population.Patient(SplitMix.For(options.Seed, 0xC1, (ulong)practice.Number, patient), options.Today);
        var time = Time(sentOn, slot, slots);
        var claim = new ClaimDraft(person, options.Environment)
        {
            Practice = practice,
            Guid = random.Guid().ToString(),
            Number = (++_number).ToString(CultureInfo.InvariantCulture),
            Time = time,
            SentOn = sentOn,
            Paid = random.PerMille(700) ? random.PerMille(900) : null,
            Practitioner = random.Of(practice.Practitioners),
            Previous = previous,
            IsOlderThanCredits = DateOnly.FromDateTime(time) < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(-3),
        };
        Treat(claim);
        Pay(claim);
        return claim;
    }

    /// <summary>The credit of a claim: it takes back the whole.</summary>
    public static ClaimDraft Credit(ClaimDraft claim)
    {
        var credit = new ClaimDraft(claim.Person, claim.Environment)
        {
            Practice = claim.Practice,
            Guid = claim.Guid,
            Number = claim.Number,
            Time = claim.Time,
            SentOn = claim.SentOn,
            Practitioner = claim.Practitioner,
            IsCredit = true,
            HasPerson = false,
            Refund = -claim.Refund,
            IsOlderThanCredits = claim.IsOlderThanCredits,
        };
        if (credit.IsOlderThanCredits)
        {
            credit.Expect("K23", Severity.RejectRecord);
        }

        return credit;
    }

    /// <summary>Expects what the time of receipt alone makes of a claim (K06): the JSON form does not say when it was sent.</summary>
    public void ExpectOfReceipt(ClaimDraft claim)
    {
        var received = NorwegianTime.DateAt(clock.GetUtcNow());
        if (claim.IsJson && !claim.IsCredit && claim.StrangeTime is null && DateOnly.FromDateTime(claim.Time).AddMonths(6) < received)
        {
            claim.Expect("K06", Severity.Warning);
        }
    }

    private static DateTime Time(DateOnly sentOn, int slot, int slots)
    {
        var perDay = ((slots - 1) / Days) + 1;
        var step = Math.Max(1, OpenMinutes / perDay);
        return sentOn.AddDays(-Days + (slot / perDay)).ToDateTime(new TimeOnly(8, 0)).AddMinutes(slot % perDay * step);
    }

    private void Treat(ClaimDraft claim)
    {
        var service = practice.Service;
        if (service.NeedsDiagnosis)
        {
            claim.Diagnoses.Add(service.Diagnosis(random));
            if (random.PerMille(200))
            {
                claim.Diagnoses.Add(service.Diagnosis(random));
            }
        }

        var (code, refund, share) = random.Weighted(service.Visits);
        claim.Tariffs.Add(new ClaimTariff(code, refund, 1));
        claim.Refund = refund;
        claim.Share = practice.Form == ClaimForm.Json ? null : share;

        // 2.0–2.4 tariffs a claim.
        var extras = random.Weighted<int>([(0, 25), (1, 40), (2, 25), (3, 10)]);
        for (var i = 0; i < extras; i++)
        {
            var (extra, value) = random.Of(service.Extras);
            var count = random.PerMille(80) ? 2 : 1;
            claim.Tariffs.Add(new ClaimTariff(extra, value, count));
            claim.Refund += value * count;
        }
    }

    private void Pay(ClaimDraft claim)
    {
        var person = claim.Person;
        if (random.PerMille(150))
        {
            claim.StatedSex = person.Sex == Sex.Male ? "1" : "2";
        }

        if (random.PerMille(100))
        {
            claim.StatedBirth = person.Born;
        }

        if (person.Born.AddYears(16) > claim.SentOn && person.Identity.Type == IdentityType.BirthNumber)
        {
            claim.Exemption = "B";
        }
        else if (random.PerMille(300))
        {
            claim.Exemption = "F";
        }

        claim.Share = claim.Exemption is not null && claim.Share is not null ? 0 : claim.Share;
    }
}
