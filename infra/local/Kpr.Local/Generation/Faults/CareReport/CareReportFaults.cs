using Kpr.Core.Rules;
using Kpr.Local.Generation.CareReport;
using Kpr.Local.Generation.Faults.Persons;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.CareReport;

/// <summary>
/// The kinds of fault that are planted in the annual report. A new kind is a line here. The weights are the rates that
/// the register's domain sheet suggests, in per ten thousand where it names one.
/// </summary>
internal static class CareReportFaults
{
    private const Severity Record = Severity.RejectRecord;
    private const Severity Warning = Severity.Warning;

    /// <summary>Kinds in a person of KPR_IDE; what rejects the person rejects the user.</summary>
    public static IReadOnlyList<IRecordFault<ReportPersonDraft>> OfPerson { get; } =
    [
        new WrongBirthNumber(), new WrongDNumber(), new WrongDuf(), new HelpNumber(), new PassportOnly(), new DNumberAsBirthNumber(), new Placeholder(),
        new UnknownType(),
        Of("I01", Record, 3, (person, _) => person.Identify(person.Identity with { Number = null })),
        Of("I21", Record, 2, (person, random) => person.LocalNumber = Population.BirthNumber(random, person.Person.Born, person.Person.Sex)),
    ];

    /// <summary>Kinds in a user of KPR_IPL.</summary>
    public static IReadOnlyList<IRecordFault<ReportUserDraft>> OfUser { get; } =
    [
        User("A01", Record, 30, user => true, (user, random) => Any(user, random).Type = "99"),
        User("A02", Record, 50, user => true, (user, random) => Any(user, random).Start = null),
        User("A03", Record, 20, user => user.Services.Exists(InYear), (user, random) => Pick(user, random, InYear).Let(service => service.Stop = service.Start!.Value.AddDays(-1))),
        User("A04", Record, 5, user => user.Services.Exists(Open), (user, random) => Pick(user, random, Open).Let(service => service.Start = user.YearEnd.AddDays(random.Between(1, 9)))),
        User("A05", Record, 5, user => true, (user, random) => Any(user, random).Let(service => (service.Start, service.Case) = (new DateOnly(1979, 6, random.Between(1, 30)), null))),
        User("A07", Record, 5, user => true, (user, random) => user.Died = new DateOnly(user.Year - 1, 11, random.Between(1, 30))),
        User("A10", Record, 5, user => user.Services.Exists(Timed), (user, random) => Pick(user, random, Timed).Hours = 16_801),
        User("A11", Warning, 300, user => user.Services.Exists(Timed), (user, random) => Pick(user, random, Timed).Hours = random.PerMille(700) ? 0 : null),
        User("A12", Warning, 20, user => user.Services.Exists(Untimed), (user, random) => Pick(user, random, Untimed).Hours = 100),
        User("A14", Warning, 200, user => user.Services.Exists(Provided), (user, random) => Pick(user, random, Provided).Organisation = null),
        User("A15", Warning, 10, user => user.Services.Exists(Housing), (user, random) => Pick(user, random, Housing).Organisation = Population.Organisation(random)),
        User("A20", Warning, 50, user => user.Services.Count > 0, (user, random) => Any(user, random).Let(service => user.Services.Add(new ReportService
        {
            Key = service.Key + "-igjen", Case = service.Case, Type = service.Type, Start = service.Start, Stop = service.Stop, Hours = service.Hours, Organisation = service.Organisation,
        }))),
        User("A21", Warning, 20, user => true, (user, random) => user.Household = random.PerMille(500) ? null : "7"),
        User("A22", Warning, 20, user => user.IsResident, (user, _) => user.Household = "1"),
        User("A24", Warning, 50, user => user.District is null, (user, _) => user.Home = "1601"),
        User("A25", Warning, 100, user => user.Home == "0301", (user, random) => user.District = random.PerMille(500) ? null : "460101"),
        User("A26", Warning, 5, user => true, (user, _) => user.Sex = "5"),
        User("A27", Warning, 10, user => true, (user, _) => user.CivilStatus = "K"),
        User("A29", Warning, 20, user => !user.Objects, (user, _) => user.Scores[7] = "6", "A31"),
        User("A30", Warning, 10, user => !user.Objects, (user, _) => user.Scores[13] = "0", "A31"),
        User("A31", Warning, 300, user => !user.Objects, (user, random) => user.Scores[random.Between(8, 20)] = null),
        User("A36", Warning, 20, user => !user.Objects, (user, _) => user.Diagnoses.Add(("ICPC-2", "demens"))),
        User("A37", Warning, 10, user => !user.Objects && user.Sex == "1", (user, _) => user.Diagnoses.Add(("ICPC-2", "W78"))),
        User("A39", Warning, 10, user => user.Cases.Count > 0, (user, _) => user.Cases[0] = user.Cases[0] with { Applied = user.Cases[0].Decided.AddDays(1) }),
        User("A40", Warning, 30, user => user.Services.Exists(service => service.Case is not null && Needs(service)), (user, random) => Pick(user, random, service => service.Case is not null && Needs(service)).Case = "ukjent"),
        User("F02", Record, 10, user => true, (user, _) => user.LocalNumber = ""),
        User("I21", Record, 5, user => true, (user, random) => user.LocalNumber = Population.BirthNumber(random, user.Person.Born, user.Person.Sex)),
        User("I28", Record, 5, user => true, (user, random) => Any(user, random).Key = "T-" + Population.BirthNumber(random, user.Person.Born, user.Person.Sex)),
    ];

    private static CareReportFault<ReportPersonDraft> Of(string rule, Severity severity, int weight, Action<ReportPersonDraft, SplitMix> change) =>
        new(rule, severity, weight, _ => true, change);

    private static CareReportFault<ReportUserDraft> User(
        string rule, Severity severity, int weight, Func<ReportUserDraft, bool> fits, Action<ReportUserDraft, SplitMix> change, string? follows = null) =>
        new(rule, severity, weight, fits, (user, random) =>
        {
            change(user, random);
            if (follows is not null)
            {
                user.Expect(follows, Severity.Warning);
            }
        });

    private static bool InYear(ReportService service) => service.Case is not null;

    private static bool Open(ReportService service) => service.Stop is null && service.Case is null;

    private static bool Timed(ReportService service) => service.Hours is not null;

    private static bool Untimed(ReportService service) => service.Hours is null;

    private static bool Provided(ReportService service) => service.Organisation is not null;

    private static bool Housing(ReportService service) => service.Type == "29";

    private static bool Needs(ReportService service) => service.Type is not ("5" or "29");

    private static ReportService Any(ReportUserDraft user, SplitMix random) => random.Of(user.Services);

    private static ReportService Pick(ReportUserDraft user, SplitMix random, Predicate<ReportService> which) => random.Of(user.Services.FindAll(which));

    private static void Let(this ReportService service, Action<ReportService> change) => change(service);
}
