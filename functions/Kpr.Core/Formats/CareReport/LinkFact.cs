using Kpr.Core.Identity;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.CareReport;

/// <summary>What one shipment tells of a person that the other is matched against, packed into a fact. Holds no number.</summary>
public readonly struct LinkFact
{
    /// <summary>Role of a fact of KPR_IDE.</summary>
    public const byte Identity = 0;

    /// <summary>Role of a fact of KPR_IPL.</summary>
    public const byte Professional = 1;

    private const int DayBits = 24;
    private const int SexAt = 24;
    private const int RejectedAt = 26;
    private const int ActiveAt = 27;
    private const int YearAt = 32;
    private const ulong SexMask = 3;
    private const ulong YearMask = 0xFFFF;

    private readonly ulong _packed;

    /// <summary>Reads a fact of kind <see cref="FactKind.ReportLink"/>.</summary>
    public LinkFact(in Fact fact)
    {
        Fact = fact;
        _packed = fact.Extra;
    }

    /// <summary>The fact itself.</summary>
    public Fact Fact { get; }

    /// <summary>KPR_IDE: birth date by the number, or as stated with type 9. KPR_IPL: first start of any service. Null when there is none.</summary>
    public DateOnly? Day => (int)(_packed & ((1UL << DayBits) - 1)) is > 0 and var number ? DateOnly.FromDayNumber(number) : null;

    /// <summary>Sex by the number, or as stated.</summary>
    public Sex Sex => (Sex)(int)((_packed >> SexAt) & SexMask);

    /// <summary>Whether the record is rejected on its own.</summary>
    public bool Rejected => ((_packed >> RejectedAt) & 1) == 1;

    /// <summary>KPR_IPL: whether any service goes on on 31 December.</summary>
    public bool IsActive => ((_packed >> ActiveAt) & 1) == 1;

    /// <summary>KPR_IPL: birth year as stated; KPR_IDE: by the number. Null when it is not known.</summary>
    public int? BirthYear => (int)((_packed >> YearAt) & YearMask) is > 0 and var year ? year : null;

    /// <summary>KPR_IDE: hash of type and number, zero when they yield no person key.</summary>
    public UInt128 NumberHash => Fact.Content;

    /// <summary>KPR_IPL: start of the service that began last among those going on on 31 December.</summary>
    public DateOnly? LastStart => Fact.Content is var number && number > 0 ? DateOnly.FromDayNumber((int)number) : null;

    /// <summary>The fact of a person. What cannot be the person's is left out: the century of a D-number is not known.</summary>
    public static Fact Of(ReportedPerson person, UInt128 key, UInt128 number, bool rejected)
    {
        var byNumber = person.IdentityType is IdentityType.BirthNumber or IdentityType.DNumber && !string.IsNullOrEmpty(person.IdentityNumber);
        var born = byNumber ? person.Analysis.BirthDate : person.BirthDate;
        var sex = byNumber ? person.Analysis.Sex : Sex.Unknown;
        return new Fact(
            FactKind.ReportLink, key, Identity, person.Ordinal, person.Line, key, number,
            Pack(born, sex, rejected, active: false, byNumber ? born?.Year : null));
    }

    /// <summary>The fact of a user.</summary>
    public static Fact Of(CareUser user, UInt128 key, bool rejected)
    {
        DateOnly? first = null;
        DateOnly? last = null;
        foreach (var service in user.Services)
        {
            if (service.Start is { } start)
            {
                first = first is { } known && known <= start ? known : start;
                last = service.IsActiveOn(user.YearEnd) && !(last >= start) ? start : last;
            }
        }

        return new Fact(
            FactKind.ReportLink, key, Professional, user.Ordinal, user.Line, key, (UInt128)(last?.DayNumber ?? 0),
            Pack(first, user.StatedSex, rejected, last is not null, user.BirthYear));
    }

    private static ulong Pack(DateOnly? day, Sex sex, bool rejected, bool active, int? year) =>
        (uint)(day?.DayNumber ?? 0)
        | ((ulong)sex << SexAt)
        | (rejected ? 1UL << RejectedAt : 0)
        | (active ? 1UL << ActiveAt : 0)
        | ((ulong)(year ?? 0) << YearAt);
}
