using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.SchoolHealth;

/// <summary>The children of a municipality, and their consultations in the period.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="municipality">Municipality number.</param>
/// <param name="children">Number of children.</param>
internal sealed class SchoolHistory(GenerateOptions options, string municipality, int children)
{
    private const int ChildrenOfUnit = 300;

    // Ages of those who are seen in a year: infants first, then those of the universal consultations.
    private static readonly (int Age, int Weight)[] Ages =
        [(0, 20), (1, 12), (2, 8), (4, 8), (6, 8), (7, 3), (8, 8), (9, 2), (10, 2), (11, 2), (12, 3), (13, 8), (14, 3), (15, 3), (16, 3), (17, 2)];

    private static readonly (string Code, int Weight)[] UnderFourMonths = [("1", 70), ("2", 15), ("3", 15)];
    private static readonly (string Code, int Weight)[] UnderEighteenMonths = [("2", 60), ("3", 40)];

    private readonly (DateOnly First, DateOnly Last) _period = options.Period;
    private readonly ulong _number = ulong.Parse(municipality, CultureInfo.InvariantCulture);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);
    private List<Person> _people = [];

    /// <summary>Units of the municipality: local key, organisation number, name.</summary>
    public List<(string Key, string Organisation, string Name)> Units() =>
    [
        .. Enumerable.Range(1, 1 + (children / ChildrenOfUnit)).Select(number => (
            UnitKey(number), Population.Organisation(SplitMix.For(options.Seed, _number, 5, (ulong)number)), $"Prøvestasjon {number}")),
    ];

    /// <summary>All consultations of the period, in order of day.</summary>
    public List<ulong> Events()
    {
        _people = People();
        var events = new List<ulong>(children * 3);
        for (var child = 0; child < children; child++)
        {
            AddChild(events, child);
        }

        events.Sort();
        return events;
    }

    /// <summary>A consultation as a notification; number and place in the chain are the caller's.</summary>
    /// <param name="key">The consultation.</param>
    /// <param name="state">What the register knows of the child.</param>
    /// <param name="followsInFile">Whether another notification stands before it in the file.</param>
    /// <param name="last">The last day of the file's period: registered later, it would be in the next file.</param>
    public SchoolHealthDraft Draft(in ConsultationKey key, ChildState state, bool followsInFile, DateOnly last)
    {
        var step = key.Step == ConsultationKey.ExtraStep ? ConsultationStep.Extra : ConsultationStep.All[key.Step];
        var person = _people[key.Child];
        var patient = Random(key.Child, 2).Guid();
        var own = Random(key.Child, 10 + (ulong)key.Step);
        var clock = new TimeOnly(8, 0).AddMinutes(5 * own.Below(80));
        var registered = Registered(key.Day.ToDateTime(clock).AddMinutes(own.Between(15, 60)).AddDays(own.PerMille(100) ? 1 : 0), last);
        var draft = new SchoolHealthDraft(person, options.Environment)
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"K{municipality}-{key.Child + 1:000000}-{step.Code}"),
            Day = key.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Clock = clock,
            MeasuredAt = key.Day.ToDateTime(clock).AddMinutes(5).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            RegisteredAt = registered,
            NotifiedAt = registered.AddMinutes(own.Between(1, 30)),
            Form = step.Form == "G" && own.PerMille(500) ? "I" : step.Form,
            Step = step.Code,
            Breastfeeding = Breastfeeding(key.Day.DayNumber - person.Born.DayNumber, own),
            PatientGuid = patient,
            LocalNumber = LocalNumber(key.Child),
            Owners = _owners,
            Unit = UnitKey(1 + (key.Child / ChildrenOfUnit)),
            Child = state,
            FollowsInFile = followsInFile,
        };
        AddPeople(draft, step, key.Day.Year - person.Born.Year, own);
        if (step.Measured)
        {
            AddMeasurements(draft, (key.Day.DayNumber - person.Born.DayNumber) / 365.0, own);
        }

        return draft;
    }

    private static string Breastfeeding(int age, SplitMix random) => age switch
    {
        < 120 => random.Weighted<string>(UnderFourMonths),
        < 540 => random.Weighted<string>(UnderEighteenMonths),
        _ => "",
    };

    // Growth as on the usual charts, roughly.
    private static void AddMeasurements(SchoolHealthDraft draft, double years, SplitMix random)
    {
        var length = (years < 1 ? 51 + (25 * years) : years < 4 ? 76 + (9 * (years - 1)) : 103 + (6 * (years - 4))) + random.Between(-4, 4);
        var weight = (years < 1 ? 3.6 + (6.4 * years) : years < 6 ? 10 + (2.3 * (years - 1)) : 21.5 + (4 * (years - 6))) * random.Between(88, 115) / 100;
        draft.Measurements.Add(("Vekt", weight.ToString("0.0", CultureInfo.InvariantCulture), "kg"));
        draft.Measurements.Add((years < 2 ? "Lengde" : "Høyde", length.ToString("0.0", CultureInfo.InvariantCulture), "cm"));
        if (years < 1.1)
        {
            draft.Measurements.Add(("Hodeomkrets", (35 + (11 * years) + (random.Between(-10, 10) / 10.0)).ToString("0.0", CultureInfo.InvariantCulture), "cm"));
        }
    }

    // Clamped to the evening of the last day, or of the consultation's own.
    private static DateTime Registered(DateTime registered, DateOnly last)
    {
        var latest = last.ToDateTime(new TimeOnly(17, 0));
        return registered < latest ? registered : latest;
    }

    private void AddPeople(SchoolHealthDraft draft, ConsultationStep step, int age, SplitMix random)
    {
        if (age < 7 ? random.PerMille(980) : random.PerMille(100))
        {
            draft.Participants.Add("2");
        }

        if (step.Profession != "8")
        {
            draft.Workers.Add(("28", Practitioner(random.Below(8))));
        }

        if (step.Profession is { } profession)
        {
            draft.Workers.Add((profession, Practitioner(10 + random.Below(3))));
        }
    }

    private string Practitioner(int number) =>
        SyntheticIdentity.HprNumber(SplitMix.For(options.Seed, _number, 6, (ulong)number).Below(99_999_999))!;

    private string LocalNumber(int child) => string.Create(CultureInfo.InvariantCulture, $"{municipality}-{child + 1:000000}");

    private string UnitKey(int number) => string.Create(CultureInfo.InvariantCulture, $"HS{municipality}-{number}");

    // Two children never bear one number: that would be a finding (I19).
    private List<Person> People()
    {
        var people = new List<Person>(children);
        for (var child = 0; child < children; child++)
        {
            var random = Random(child, 1);
            Person person;
            do
            {
                var born = _period.Last.AddYears(-random.Weighted<int>(Ages)).AddDays(-random.Below(364));
                person = Population.Child(random, born, options.Today);
            }
            while (!_owners.TryAdd(person.Identity.Number!, LocalNumber(child)));

            people.Add(person);
        }

        return people;
    }

    private void AddChild(List<ulong> events, int child)
    {
        var born = _people[child].Born;
        var random = Random(child, 3);
        var before = events.Count;
        for (var step = 0; step < ConsultationStep.All.Count; step++)
        {
            var day = born.AddDays(ConsultationStep.All[step].Days + random.Below(ConsultationStep.All[step].Days < 60 ? 3 : 15));
            if (random.PerMille(ConsultationStep.All[step].PerMille) && day >= _period.First && day <= _period.Last)
            {
                events.Add(new ConsultationKey(day, child, step).Pack());
            }
        }

        // Whoever counts as seen has at least one.
        if (events.Count == before || random.PerMille(ConsultationStep.Extra.PerMille))
        {
            var first = Math.Max(_period.First.DayNumber, born.DayNumber);
            var day = DateOnly.FromDayNumber(first + random.Below(_period.Last.DayNumber - first + 1));
            events.Add(new ConsultationKey(day, child, ConsultationKey.ExtraStep).Pack());
        }
    }

    private SplitMix Random(int child, ulong purpose) => SplitMix.For(options.Seed, _number, (ulong)child + 20_000_000, purpose);
}
