using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Faults.Persons;
using Kpr.Local.Generation.Kuhr;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Kuhr;

/// <summary>The kinds of fault that are planted in monthly deliveries. A new kind is a line here.</summary>
internal static class KuhrFaults
{

    /// <summary>Kinds that cost at most the claim.</summary>
    public static IReadOnlyList<IRecordFault<KuhrClaimDraft>> OfRecord { get; } =
    [
        new WrongBirthNumber(), new WrongDNumber(), new WrongDuf(), new HelpNumber(), new PassportOnly(), new DNumberAsBirthNumber(), new Placeholder(),
        new NotYetBorn(), new TooOld(), new UnknownType(),
        Rejects("I01", claim => claim.Identify(new PersonIdentity(IdentityType.BirthNumber, null))),
        Warns("I26", claim => claim.Practitioner = "0"),
        Warns("I27", claim => claim.PracticeOrganisation = FaultyNumbers.WrongLastDigit(claim.PracticeOrganisation)),
        Rejects("K02", claim => Date(claim, claim.Month.AddDays(-40), sent: claim.Month.AddDays(-30))),
        Rejects("K02", claim => Date(claim, claim.Month.AddMonths(1), sent: claim.Month.AddMonths(1).AddDays(1))),
        Rejects("K03", claim => claim.Id = claim.Id[..^1] + "g"),
        Rejects("K04", claim => (claim.Number, claim.PracticeId) = (claim.Previous!.Number, claim.Previous.PracticeId), IsTaken),
        Rejects("K05", claim => claim.SubmittedAt = claim.Time.AddDays(-1), claim => claim.Time.Day > 1),
        Warns("K06", claim => Date(claim, claim.Month.AddMonths(-7), sent: claim.Month.AddDays(1))),
        Rejects("K07", claim => claim.Tariffs.Clear()),
        Warns("K08", claim => claim.Diagnoses.Clear()),
        Rejects("K09", claim => claim.Persons = 2),
        Warns("K10", claim => claim.Diagnoses[0] = (1, "SNOMED", "A04")),
        Warns("K10", claim => claim.Diagnoses[0] = (1, "ICD-DA-3", "1")),
        Warns("K11", claim => claim.Diagnoses[0] = (1, "ICPC-2", "S422")),
        Warns("K12", claim => claim.Diagnoses[0] = (3, "ICPC-2", "A04")),
        Warns("K18", claim => claim.Tariffs[0] = claim.Tariffs[0] with { Count = "0" }),
        Warns("K18", claim => claim.Tariffs[0] = claim.Tariffs[0] with { Count = "" }),
        Warns("K19", claim => claim.Exemption = "Q", claim => claim.Share == 0),
        Warns("K20", claim => claim.Exemption = "B", claim => claim.Share == 0 && claim.Identity.Type == IdentityType.BirthNumber && claim.Person.Born.Year < claim.Month.Year - 20),
        Warns("K21", claim => claim.Exemption = "F", claim => claim.Share > 0),
        Warns("K22", claim => claim.AmountError = 101),
        Rejects("K23", claim => (claim.Refund, claim.AmountError) = (-claim.Refund, 0)),
        Rejects("K23", claim => (claim.Refund, claim.ShareStatus) = (-claim.Refund, "5")),
        Rejects("K23", claim => (claim.Refund, claim.ShareStatus, claim.Credits) = (-claim.Previous!.Refund - 100, "5", claim.Previous.Id), IsTaken),
        Warns("K26", claim => claim.PracticeType = "ABCD"),
        Warns("K26", claim => claim.Area = "FY"),
        Warns("K27", claim => claim.PracticeMunicipality = "1567"),
        Warns("K28", claim => claim.Home = "1567", claim => claim.District is null),
        Warns("K28", claim => claim.District = "312", claim => claim.District is not null),
        Warns("K30", RepeatConsultation, claim => IsTaken(claim) && claim.Previous!.Tariffs[0].Code is "2ad" or "2ae" or "2ak" && claim.Status == "godkjent"),
        Rejects("K34", claim => claim.StrangeDate = "2025-02-30"),
        Rejects("K34", claim => claim.ShareStatus = "7"),
        Warns("K34", claim => claim.Settlement = "9"),
    ];

    /// <summary>Kinds that cost the whole delivery.</summary>
    public static IReadOnlyList<IRecordFault<KuhrClaimDraft>> Rejecting { get; } = [new RealNumberInTest()];

    /// <summary>Kinds of fault of a delivery as a whole.</summary>
    public static IReadOnlyList<Action<KuhrDeliveryDraft>> OfDelivery { get; } =
    [
        Whole("K01", delivery => delivery.CountError = 1), Whole("K01", delivery => delivery.SumError = -100), Whole("K01", delivery => delivery.HasWrongHash = true),
        Whole("F07", delivery => delivery.Sender = "889640782"),
        NoClaims("F02", delivery => delivery.PeriodError = -1), NoClaims("F03", delivery => delivery.Version = "0.9"), NoClaims("F18", delivery => delivery.StrangeName = "prosjekt"),
        NoClaims("K01", delivery => delivery.LacksDiagnoses = true), NoClaims("K34", delivery => delivery.HasStrangeColumn = true),
        delivery => (delivery.IsCutOff, delivery.Unreadable) = (true, "F01"),
        delivery =>
        {
            delivery.HasOrphans = true;
            delivery.Expected.AddRange([("K09", Severity.Warning), ("K09", Severity.Warning)]);
        },
    ];

    private static KuhrFault Rejects(string rule, Action<KuhrClaimDraft> change, Func<KuhrClaimDraft, bool>? fits = null) => new(rule, Severity.RejectRecord, change, fits);

    private static KuhrFault Warns(string rule, Action<KuhrClaimDraft> change, Func<KuhrClaimDraft, bool>? fits = null) => new(rule, Severity.Warning, change, fits);

    private static Action<KuhrDeliveryDraft> Whole(string rule, Action<KuhrDeliveryDraft> change) => delivery =>
    {
        change(delivery);
        delivery.Expected.Add((rule, Severity.RejectFile));
    };

    private static Action<KuhrDeliveryDraft> NoClaims(string rule, Action<KuhrDeliveryDraft> change) => delivery =>
    {
        Whole(rule, change)(delivery);
        delivery.ReadsNoClaims = true;
    };

    private static bool IsTaken(KuhrClaimDraft claim) => claim.Previous is { Status: "godkjent" } && claim.Status == "godkjent";

    private static void Date(KuhrClaimDraft claim, DateOnly day, DateOnly sent)
    {
        claim.Time = day.ToDateTime(TimeOnly.FromDateTime(claim.Time));
        claim.SubmittedAt = sent.ToDateTime(new TimeOnly(17, 0));
        claim.BirthYear = null;
    }

    private static void RepeatConsultation(KuhrClaimDraft claim)
    {
        var first = claim.Previous!;
        claim.Identify(first.Identity);
        (claim.PracticeId, claim.Practitioner, claim.Time, claim.SubmittedAt) = (first.PracticeId, first.Practitioner, first.Time, first.SubmittedAt);

        // Beyond the numbers of the practice, so that the number is its own.
        claim.Number = $"9{claim.Number}00{first.Number}";
        claim.Tariffs[0] = first.Tariffs[0];
    }
}
