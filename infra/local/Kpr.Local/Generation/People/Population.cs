using Kpr.Core.Identity;

namespace Kpr.Local.Generation.People;

/// <summary>Makes people of realistic age, with synthetic numbers only (month + 80).</summary>
internal static class Population
{
    // Recipients of municipal care by age, 2021, in thousands (the Directorate's report).
    private static readonly (int From, int Weight)[] CareAges = [(0, 19), (18, 84), (50, 54), (67, 79), (80, 94), (90, 50)];

    // Patients of general practice: few of school age, many in midlife.
    private static readonly (int From, int Weight)[] PatientAges = [(0, 14), (18, 34), (50, 24), (67, 19), (80, 8), (90, 1)];

    private static readonly int[] LastAges = [17, 49, 66, 79, 89, 100];

    /// <summary>A user of care services.</summary>
    public static Person CareUser(SplitMix random, DateOnly today) => Make(random, today, CareAges);

    /// <summary>A patient.</summary>
    public static Person Patient(SplitMix random, DateOnly today) => Make(random, today, PatientAges);

    /// <summary>A child.</summary>
    public static Person Child(SplitMix random, DateOnly born, DateOnly today) => Make(random, today, born, boys: 510);

    /// <summary>A birth number.</summary>
    public static string BirthNumber(SplitMix random, DateOnly born, Sex sex)
    {
        for (var serial = random.Below(200); ; serial = (serial + 1) % 200)
        {
            if (SyntheticIdentity.BirthNumber(born, sex, serial) is { } number)
            {
                return number;
            }
        }
    }

    /// <summary>A D-number.</summary>
    public static string DNumber(SplitMix random, DateOnly born, Sex sex)
    {
        for (var serial = random.Below(500); ; serial = (serial + 1) % 500)
        {
            if (SyntheticIdentity.DNumber(born, sex, serial) is { } number)
            {
                return number;
            }
        }
    }

    /// <summary>A DUF number.</summary>
    public static string Duf(SplitMix random, DateOnly today) =>
        SyntheticIdentity.DufNumber(today.Year - 1 - random.Below(8), random.Below(1_000_000))!;

    /// <summary>An organisation number.</summary>
    public static string Organisation(SplitMix random)
    {
        for (var serial = random.Below(1_900_000); ; serial++)
        {
            if (SyntheticIdentity.OrganisationNumber(serial) is { } number)
            {
                return number;
            }
        }
    }

    private static Person Make(SplitMix random, DateOnly today, (int From, int Weight)[] ages)
    {
        var from = random.Weighted(ages);
        var group = Array.FindIndex(ages, age => age.From == from);
        var born = today.AddYears(-random.Between(from, LastAges[group]) - 1).AddDays(1 + random.Below(364));
        return Make(random, today, born, boys: 430);
    }

    private static Person Make(SplitMix random, DateOnly today, DateOnly born, int boys)
    {
        var sex = random.PerMille(boys) ? Sex.Male : Sex.Female;
        var identity = random.Below(1_000) switch
        {
            < 20 => new PersonIdentity(IdentityType.DNumber, DNumber(random, born, sex)),
            < 22 => new PersonIdentity(IdentityType.Duf, Duf(random, today)),
            _ => new PersonIdentity(IdentityType.BirthNumber, BirthNumber(random, born, sex)),
        };
        return new Person(born, sex, Names.Given(random, sex), Names.Family(random), identity);
    }
}
