using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.CareReport;

/// <summary>
/// The users of a municipality in a data year, each made anew from its number whenever it is asked for: a shipment states
/// how much it holds before it does.
/// </summary>
/// <param name="options">What the user asked.</param>
/// <param name="municipality">Municipality number.</param>
/// <param name="year">Data year.</param>
internal sealed class ReportUsers(GenerateOptions options, string municipality, int year)
{
    // Persons by service in 2022, in thousands: the Directorate's report. Stays and the others that need a shape of their own are below.
    private static readonly (string Type, int Weight)[] HomeServices =
        [("15", 270), ("1", 100), ("5", 35), ("2", 28), ("9", 37), ("4", 34), ("29", 42), ("11", 12), ("7", 10), ("3", 5)];

    private static readonly (string System, string Code)[] Codes =
        [("ICPC-2", "P70"), ("ICPC-2", "K86"), ("ICPC-2", "T90"), ("ICPC-2", "R95"), ("ICPC-2", "L90"), ("ICPC-2", "K90"), ("ICD-10", "F009"), ("ICD-10", "I50"), ("ICD-10", "J449"), ("ICD-10", "G20")];

    private readonly string _number = municipality;
    private readonly IReadOnlyList<District> _districts = [.. Districts.Of(municipality, new DateOnly(year, 12, 31)).Where(district => !district.Number.EndsWith("99", StringComparison.Ordinal))];
    private readonly string[] _providers = Providers(options.Seed, municipality);

    /// <summary>A person; numbers that are taken are passed over, so that nobody stands twice.</summary>
    public Person PersonOf(int index, ISet<string> taken)
    {
        var random = Sequence(index, 0);
        while (true)
        {
            var person = Population.CareUser(random, new DateOnly(year, 12, 1));
            if (taken.Add(person.Identity.Number!))
            {
                return person;
            }
        }
    }

    /// <summary>A user without fault.</summary>
    public ReportUserDraft UserOf(int index, Person person)
    {
        var random = Sequence(index, 1);
        var user = new ReportUserDraft(person, options.Environment, random.Guid(), year)
        {
            HasPerson = false,
            LocalNumber = string.Create(CultureInfo.InvariantCulture, $"U{index + 1}"),
            Home = _number,
            District = _districts.Count > 0 ? random.Of(_districts).Number : null,
            AssessedOn = Latest(new DateOnly(year, 1, 1).AddDays(random.Below(360)), person.Born),
            Objects = random.PerMille(5),
        };
        user.CivilStatus = user.Age < 18 ? "1" : random.Of(["1", "2", "2", "3", "4"]);
        AddServices(user, random);
        user.Household = user.IsResident ? "2" : user.Age < 18 ? "3" : random.Of(["1", "1", "2"]);
        user.Nutrition = random.PerMille(400) ? random.Of(["1", "2", "3", "3", "4", "5"]) : null;
        for (var left = random.PerMille(700) ? random.Between(1, 3) : 0; left > 0; left--)
        {
            user.Diagnoses.Add(random.Of(Codes));
        }

        // Whoever lives in an institution needs help; the others on the average some.
        for (var variable = 1; variable < user.Scores.Length; variable++)
        {
            user.Scores[variable] = Text(random.PerMille(60) && variable != 7 ? 9 : user.IsResident ? random.Between(2, 5) : random.Between(1, 4));
        }

        return user;
    }

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] Providers(ulong seed, string municipality)
    {
        var random = SplitMix.For(seed, ulong.Parse(municipality, CultureInfo.InvariantCulture), 30);
        return [.. Enumerable.Range(0, 4).Select(_ => Population.Organisation(random))];
    }

    private SplitMix Sequence(int index, ulong purpose) =>
        SplitMix.For(options.Seed, ulong.Parse(_number, CultureInfo.InvariantCulture), 31 + purpose, (ulong)index);

    private void AddServices(ReportUserDraft user, SplitMix random)
    {
        var share = user.Age >= 90 ? 300 : user.Age >= 80 ? 150 : user.Age >= 67 ? 60 : 2;
        if (random.PerMille(share))
        {
            Add(user, random, "21", open: true);
            return;
        }

        if (random.PerMille(120) && user.Age > 17)
        {
            Add(user, random, random.Of(["18", "18", "19", "20"]), open: false);
        }

        var wanted = random.Of([1, 1, 1, 2, 2, 3]);
        for (var tries = 0; tries < 6 && wanted > 0; tries++)
        {
            var type = random.Weighted<string>(HomeServices);
            var fits = type switch
            {
                "11" or "7" => user.Age <= 80,
                "3" => user.Age is > 17 and < 67,
                "29" or "5" or "1" => user.Age > 17,
                _ => true,
            };
            if (fits && !user.Services.Exists(service => service.Type == type))
            {
                Add(user, random, type, open: random.PerMille(750));
                wanted--;
            }
        }

        if (user.Services.Count == 0)
        {
            Add(user, random, "15", open: true);
        }
    }

    private void Add(ReportUserDraft user, SplitMix random, string type, bool open)
    {
        var rules = ServiceTypes.Find(type)!;
        var first = Latest(new DateOnly(user.Year, 1, 20), user.Person.Born.AddDays(1));
        var inYear = !open || random.PerMille(350) || user.Person.Born.Year >= user.Year - 1;
        var last = new DateOnly(user.Year, 11, 30);
        var start = inYear || user.Person.Born > first.AddYears(-4)
            ? first.AddDays(first < last ? random.Below(last.DayNumber - first.DayNumber) : 0)
            : new DateOnly(user.Year - random.Between(1, 3), random.Between(1, 12), random.Between(1, 28));
        var service = new ReportService
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{user.LocalNumber}-{user.Services.Count + 1}"),
            Type = type,
            Start = start,
            Stop = open ? null : start.AddDays(random.Between(1, 30)),
            Hours = rules.Amount == ServiceAmount.HoursPerWeek ? random.Between(50, type == "3" ? 4_000 : 1_500) : null,
            Organisation = rules.OrganisationNumber == OrganisationNumberDemand.Mandatory ? random.Of(_providers) : null,
        };
        if (start.Year == user.Year)
        {
            service.Case = $"S{service.Key}";
            var decided = Latest(start.AddDays(-random.Between(0, 9)), user.Person.Born);
            user.Cases.Add((service.Case, Latest(decided.AddDays(-random.Between(1, 9)), user.Person.Born), decided, "2", type));
        }

        user.Services.Add(service);
    }
}
