using Kpr.Local.Generation.Claims;
using Kpr.Local.Generation.Faults.Persons;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>The kinds of fault that are planted in claims. A new kind is a class and a line here.</summary>
internal static class ClaimFaults
{
    /// <summary>Kinds that cost at most the claim.</summary>
    public static IReadOnlyList<IRecordFault<ClaimDraft>> OfRecord { get; } =
    [
        new WrongBirthNumber(), new WrongDNumber(), new WrongDuf(), new HelpNumber(), new PassportOnly(),
        new DNumberAsBirthNumber(), new Placeholder(), new NotYetBorn(), new TooOld(), new UnknownType(), new NoGuid(),
        new MalformedGuid(), new GuidUsedBefore(), new NumberUsedBefore(), new DatedInFuture(), new SentTooLate(),
        new NoTariff(), new NoDiagnosis(), new UnknownDiagnosisSystem(), new DiagnosisSystemOfOthers(),
        new MalformedDiagnosis(), new CountOfZero(), new NoCount(), new UnknownExemption(), new ExemptionOfOthers(),
        new ChildExemptionOfAdult(), new ExemptAndPaying(), new NegativeClaim(), new CreditTooLate(),
        new SameConsultationTwice(), new NoClaimNumber(), new TimeThatIsNone(), new NoIdentity(), new NoPatientNumber(),
        new OtherBirthYear(), new OtherSex(), new NoHprNumber(), new WrongReferrer(), new IdentityInRemark(),
    ];

    /// <summary>Kinds that cost the whole message.</summary>
    public static IReadOnlyList<IRecordFault<ClaimDraft>> Rejecting { get; } = [new RealNumberInTest(), new UnknownInClaim()];
}
