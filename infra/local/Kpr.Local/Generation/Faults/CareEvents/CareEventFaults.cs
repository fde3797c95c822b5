using Kpr.Local.Generation.CareEvents;
using Kpr.Local.Generation.Faults.Persons;
using Kpr.Local.Generation.Faults.Xpr;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>The kinds of fault that are planted in care events. A new kind is a class and a line here.</summary>
internal static class CareEventFaults
{
    /// <summary>Kinds that cost at most the record.</summary>
    public static IReadOnlyList<IRecordFault<CareEventDraft>> OfRecord { get; } =
    [
        new WrongBirthNumber(), new WrongDNumber(), new WrongDuf(), new HelpNumber(), new PassportOnly(), new DNumberAsBirthNumber(),
        new Placeholder(), new NotYetBorn(), new TooOld(), new UnknownType(), new BirthDateOnly(), new WrongBirthDate(),
        new IdentityAsLocalNumber(), new IdentityInServiceKey(), new WrongOrganisationNumber(), new TwoEvents(), new NoEvent(),
        new NumbersMissing(), new SerialRepeated(), new ChainBroken(), new CorrectionOfNothing(), new Supplement(),
        new EventAfterRegistration(), new RegisteredInFuture(), new EndBeforeStart(), new PauseEndsBeforeItBegins(), new NoProvider(),
        new ServiceNotTaken(), new ServiceChangesUser(), new ServiceChangesType(), new NoServiceKey(), new DayThatIsNone(),
        new ProhibitedAttribute(),
    ];

    /// <summary>Kinds that cost the whole message.</summary>
    public static IReadOnlyList<IRecordFault<CareEventDraft>> Rejecting { get; } =
        [new NoNumber(), new NoType(), new RepeatedGuid(), new UnknownAttribute(), new RealNumberInTest()];
}
