using Kpr.Core.Identity;

namespace Kpr.Benchmarks.Files;

/// <summary>Numbered people who do not exist, and organisations.</summary>
internal static class SyntheticPeople
{
    private const int Days = 30_000;
    private const int SerialsEach = 8;

    private static readonly DateOnly FirstBirth = new(1932, 1, 1);

    /// <summary>A person's number and its type (list 9032): one in twenty has a D-number.</summary>
    public static (string Number, string Type) Get(int person)
    {
        var birth = FirstBirth.AddDays((int)(person * 7_919L % Days));
        var sex = person % 2 == 0 ? Sex.Female : Sex.Male;
        var isD = person % 20 == 19;

        // About one serial in six has no check digit; the next has.
        for (var serial = person / Days * SerialsEach; ; serial++)
        {
            var number = isD ? SyntheticIdentity.DNumber(birth, sex, serial) : SyntheticIdentity.BirthNumber(birth, sex, serial);
            if (number is not null)
            {
                return (number, isD ? "2" : "1");
            }
        }
    }

    /// <summary>An organisation number.</summary>
    public static string Organisation(int organisation)
    {
        for (var serial = organisation * 10; ; serial++)
        {
            if (SyntheticIdentity.OrganisationNumber(serial) is { } number)
            {
                return number;
            }
        }
    }
}
