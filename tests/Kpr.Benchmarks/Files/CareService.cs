using System.Globalization;
using Kpr.Core.Formats.CareEvents;

namespace Kpr.Benchmarks.Files;

/// <summary>A service as its notifications tell it: it starts, is paused now and then, changes provider, ends.</summary>
internal sealed class CareService
{
    private static readonly string[] Types = ["18", "19", "20", "21", "29"];

    private readonly Queue<CareEventKind> _ahead = new();

    /// <summary>A service that is about to start.</summary>
    public CareService(Random random, string municipality, int user, int number, string district)
    {
        Type = Types[random.Next(Types.Length)];
        Organisation = SyntheticPeople.Organisation(random.Next(40));
        Key = string.Create(CultureInfo.InvariantCulture, $"TJ{municipality}-{number:0000000}");
        LocalNumber = string.Create(CultureInfo.InvariantCulture, $"{municipality}-{user:000000}");
        Person = SyntheticPeople.Get(user);
        Patient = new Guid(user, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        District = district;
        _ahead.Enqueue(CareEventKind.TjenesteStart);
        for (var pauses = random.Next(3); pauses > 0; pauses--)
        {
            _ahead.Enqueue(CareEventKind.MidlertidigStoppFra);
            _ahead.Enqueue(CareEventKind.MidlertidigStoppTil);
        }

        if (random.Next(4) == 0)
        {
            _ahead.Enqueue(CareEventKind.TjenesteutforerEndret);
        }

        _ahead.Enqueue(CareEventKind.TjenesteSlutt);
    }

    /// <summary>Type of service (list 9151).</summary>
    public string Type { get; }

    /// <summary>Organisation number of the provider.</summary>
    public string Organisation { get; }

    /// <summary>The service's key.</summary>
    public string Key { get; }

    /// <summary>Local number of the user.</summary>
    public string LocalNumber { get; }

    /// <summary>Number and type of number of the user.</summary>
    public (string Number, string Type) Person { get; }

    /// <summary>GUID of the user.</summary>
    public Guid Patient { get; }

    /// <summary>The attribute that tells the user's district; empty where there is none.</summary>
    public string District { get; }

    /// <summary>What was told last.</summary>
    public CareEventKind Kind { get; private set; }

    /// <summary>Pauses so far.</summary>
    public int Pauses { get; private set; }

    /// <summary>The notification that told it; null before the first.</summary>
    public Guid? Last { get; private set; }

    /// <summary>Whether all has been told.</summary>
    public bool IsOver => _ahead.Count == 0;

    /// <summary>Goes on to the next event.</summary>
    public void MoveOn(Guid notification)
    {
        Kind = _ahead.Dequeue();
        Pauses += Kind == CareEventKind.MidlertidigStoppFra ? 1 : 0;
        Last = notification;
    }
}
