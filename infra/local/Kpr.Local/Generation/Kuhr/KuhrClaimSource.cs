using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Kuhr;

/// <summary>Makes the claims of a delivery, without fault, in the order of their ids.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="delivery">The delivery.</param>
/// <param name="claims">Number of claims.</param>
/// <param name="random">Its numbers.</param>
internal sealed class KuhrClaimSource(GenerateOptions options, KuhrDeliveryDraft delivery, int claims, SplitMix random)
{
    // Primes: patient, practice and minute of two claims are never all the same.
    private const int Patients = 99_991;
    private const int Practices = 997;
    private const int OpenMinutes = 480;
    private const int Days = 27;

    private static readonly string[] Icpc2Codes =
        ["A04", "A97", "D01", "D73", "F70", "H71", "K74", "K86", "K78", "L03", "L84", "L15", "L92", "N01", "P76", "R05", "R74", "R96", "S74", "T90", "U71"];

    private static readonly (string Code, int Refund, int Share)[] Visits =
        [("2ad", 10_200, 17_900), ("2ae", 9_100, 17_900), ("1be", 6_700, 6_700), ("1bd", 5_600, 6_700), ("2ak", 24_300, 29_800), ("11ad", 9_900, 19_500)];

    private static readonly (string Code, int Refund)[] Extras = [("2cd", 20_700), ("2dd", 12_200), ("701a", 6_100), ("705k", 7_900), ("707", 3_200)];

    private static readonly (string Home, string? District)[] Homes = [("0301", "030105"), ("0301", "030112"), ("1103", null), ("1804", null), ("1108", null), ("9999", null)];

    /// <summary>The next claim.</summary>
    /// <param name="slot">0-based place in the delivery.</param>
    /// <param name="previous">The last claim that the register has taken.</param>
    public KuhrClaimDraft Next(int slot, KuhrClaimDraft? previous)
    {
        var person = Population.Patient(SplitMix.For(options.Seed, 0xD1, (ulong)(slot % Patients)), options.Today);
        var practice = slot % Practices;
        var ofPractice = SplitMix.For(options.Seed, 0xD2, (ulong)practice);
        var time = delivery.Month.ToDateTime(new TimeOnly(8, 0)).AddDays(slot % Days).AddMinutes(slot / Days % OpenMinutes);
        var (home, district) = random.Of(Homes);
        var claim = new KuhrClaimDraft(person, options.Environment)
        {
            Id = IdOf(slot),
            Number = ((slot / Practices) + 1).ToString(CultureInfo.InvariantCulture),
            PracticeId = (1_000_000_000 + practice).ToString(CultureInfo.InvariantCulture),
            PracticeOrganisation = Population.Organisation(ofPractice),
            PracticeMunicipality = practice % 2 == 0 ? "0301" : "1103",
            Practitioner = SyntheticIdentity.HprNumber(ofPractice.Below(99_999_999))!,
            Time = time,
            SubmittedAt = time.AddDays(1),
            Home = home,
            District = district,
            Month = delivery.Month,
            Previous = previous,
        };
        Treat(claim);
        if (random.PerMille(800))
        {
            claim.Sex = person.Sex == Sex.Male ? "1" : "2";
            claim.BirthYear = person.Born.Year.ToString(CultureInfo.InvariantCulture);
        }

        if (random.PerMille(20))
        {
            claim.Status = "avvist";
            claim.Remarks = "470,710";
        }

        return claim;
    }

    // Rising, whatever the number of claims.
    private string IdOf(int slot)
    {
        var tail = random.Guid().ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{(uint)((ulong)slot * uint.MaxValue / (ulong)claims):x8}{tail.AsSpan(8)}");
    }

    private void Treat(KuhrClaimDraft claim)
    {
        claim.Diagnoses.Add((1, "ICPC-2", random.Of(Icpc2Codes)));
        if (random.PerMille(200))
        {
            claim.Diagnoses.Add((2, "ICPC-2", random.Of(Icpc2Codes)));
        }

        var (code, refund, share) = random.Of(Visits);
        claim.Exemption = random.PerMille(300) ? "F" : null;
        (refund, share) = claim.Exemption is null ? (refund, share) : (refund + share, 0);
        claim.ShareStatus = share == 0 ? "1" : "3";
        claim.Tariffs.Add((code, "1", refund, share));
        var extras = random.Weighted<int>([(0, 25), (1, 40), (2, 25), (3, 10)]);
        for (var i = 0; i < extras; i++)
        {
            var (extra, value) = random.Of(Extras);
            claim.Tariffs.Add((extra, "1", value, 0));
        }

        claim.Refund = claim.Tariffs.Sum(tariff => tariff.Refund);
        claim.Share = share;
    }
}
