using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareEvents;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>The users of a municipality, their services, and what happens to these in the period.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="municipality">Municipality number.</param>
/// <param name="users">Number of users.</param>
internal sealed class CareHistory(GenerateOptions options, string municipality, int users)
{
    // Persons per service in a year, in hundreds (the Directorate's report for 2022); list 9151.
    private static readonly (string Type, int Weight)[] ServiceTypes =
        [("18", 336), ("19", 164), ("20", 150), ("21", 313), ("29", 422)];

    private static readonly (int Count, int Weight)[] ServicesOfUser = [(1, 70), (2, 22), (3, 8)];

    private readonly (DateOnly First, DateOnly Last) _period = options.Period;
    private readonly ulong _number = ulong.Parse(municipality, CultureInfo.InvariantCulture);
    private readonly IReadOnlyList<District> _districts = Districts.Of(municipality, options.Period.Last);

    /// <summary>All events of the period, in order of day.</summary>
    public List<ulong> Events()
    {
        var events = new List<ulong>(users * 3);
        for (var user = 0; user < users; user++)
        {
            var services = Random(user, 0).Weighted<int>(ServicesOfUser);
            for (var service = 0; service < services; service++)
            {
                AddService(events, user, service);
            }
        }

        events.Sort();
        return events;
    }

    /// <summary>An event as a notification; number and place in the chain are the caller's.</summary>
    public CareEventDraft Draft(in CareEventKey key, ServiceState state, bool followsInFile)
    {
        var person = Population.CareUser(Random(key.User, 1), options.Today);
        var ofUser = Random(key.User, 2);
        var patient = ofUser.Guid();
        var district = _districts.Count == 0 ? null : ofUser.Of(_districts).Number;
        var type = ServiceType(key.User, key.Service);
        var own = Random(key.User, 4 + (ulong)(key.Service * 16) + (ulong)key.Place);
        var registered = Registered(key.Day, own);
        var pause = key.Kind is CareEventKind.MidlertidigStoppFra or CareEventKind.MidlertidigStoppTil;
        return new CareEventDraft(person, options.Environment)
        {
            Kind = key.Kind,
            ServiceType = type,
            ServiceKey = ServiceKey(key.User, key.Service),
            Organisation = Organisation(type, key.Kind, own),
            Day = key.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            RegisteredAt = registered,
            NotifiedAt = registered.AddMinutes(own.Between(1, 30)),
            EventGuid = own.Guid(),
            PauseKey = pause ? ServiceKey(key.User, key.Service) + "-P1" : null,
            PatientGuid = patient,
            LocalNumber = string.Create(CultureInfo.InvariantCulture, $"{municipality}-{key.User + 1:000000}"),
            District = district,
            Service = state,
            FollowsInFile = followsInFile,
        };
    }

    /// <summary>The key of a service at the municipality.</summary>
    public string ServiceKey(int user, int service) =>
        string.Create(CultureInfo.InvariantCulture, $"TJ{municipality}-{user + 1:000000}-{service + 1}");

    // Long-term stays and housing need no provider to be named; a change of provider always does.
    private string? Organisation(string type, CareEventKind kind, SplitMix random) =>
        kind == CareEventKind.TjenesteutforerEndret || (type != "29" && !random.PerMille(40))
            ? Population.Organisation(SplitMix.For(options.Seed, _number, 3, (ulong)random.Below(12)))
            : null;

    private DateTime Registered(DateOnly day, SplitMix random)
    {
        var registered = day.ToDateTime(new TimeOnly(7, 0)).AddMinutes(random.Below(600)).AddDays(random.Below(3));
        var last = _period.Last.ToDateTime(new TimeOnly(17, 0));
        return registered < last ? registered : last;
    }

    private string ServiceType(int user, int service) => Random(user, 3 + (ulong)(service * 16)).Weighted<string>(ServiceTypes);

    private SplitMix Random(int user, ulong purpose) => SplitMix.For(options.Seed, _number, (ulong)user + 1_000, purpose);

    private void AddService(List<ulong> events, int user, int service)
    {
        var random = Random(user, 100 + (ulong)service);
        var type = ServiceType(user, service);
        var length = _period.Last.DayNumber - _period.First.DayNumber + 1;
        var place = 0;
        var day = _period.First.AddDays(random.Below(length));
        if (!random.PerMille(800))
        {
            // Began before the period: only what happens later is told.
            place++;
        }
        else
        {
            Add(CareEventKind.TjenesteStart, 0);
        }

        if (random.PerMille(100))
        {
            Add(CareEventKind.MidlertidigStoppFra, random.Between(3, 30));
            Add(CareEventKind.MidlertidigStoppTil, random.Between(1, 14));
        }

        if (type != "29" && random.PerMille(60))
        {
            Add(CareEventKind.TjenesteutforerEndret, random.Between(5, 60));
        }

        if (random.PerMille(type switch { "21" => 300, "29" => 120, _ => 900 }))
        {
            Add(CareEventKind.TjenesteSlutt, type is "21" or "29" ? random.Between(20, 300) : random.Between(3, 45));
        }

        void Add(CareEventKind kind, int after)
        {
            day = day.AddDays(after);
            if (day <= _period.Last)
            {
                events.Add(new CareEventKey(day, user, service, place++, kind).Pack());
            }
        }
    }
}
