using Kpr.Local.Generation.Faults.Persons;
using Kpr.Local.Generation.Faults.Xpr;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>The kinds of fault that are planted in consultations. A new kind is a class and a line here.</summary>
internal static class SchoolHealthFaults
{
    /// <summary>Kinds that cost at most the record.</summary>
    public static IReadOnlyList<IRecordFault<SchoolHealthDraft>> OfRecord { get; } =
    [
        new WrongBirthNumber(), new WrongDNumber(), new WrongDuf(), new HelpNumber(), new PassportOnly(), new DNumberAsBirthNumber(),
        new Placeholder(), new NotYetBorn(), new TooOld(), new UnknownType(), new BirthDateOnly(), new WrongBirthDate(),
        new IdentityAsLocalNumber(), new TwoEvents(), new NoEvent(), new NumbersMissing(), new SerialRepeated(), new ChainBroken(),
        new CorrectionOfNothing(), new Supplement(), new EventAfterRegistration(), new RegisteredInFuture(), new DayThatIsNone(),
        new ProhibitedAttribute(), new NoConsultationKey(), new UnknownForm(), new UnknownStep(), new UnknownBreastfeeding(),
        new UnknownParticipant(), new UnknownProfession(), new WrongHprNumber(), new LongValue(), new IdentityAsValue(), new IdentityAsKey(),
        new StrangeSex(), new SexOfOther(), new YearOfOther(), new YearToCome(), new SecondNumber(), new SecondLocalNumber(),
        new MeasuredAfterExtraction(), new MeasuredAtNoTime(),
    ];

    /// <summary>Kinds that cost the whole message.</summary>
    public static IReadOnlyList<IRecordFault<SchoolHealthDraft>> Rejecting { get; } =
        [new NoNumber(), new NoType(), new RepeatedGuid(), new UnknownAttribute(), new RealNumberInTest()];
}
