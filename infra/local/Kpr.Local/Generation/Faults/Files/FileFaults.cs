namespace Kpr.Local.Generation.Faults.Files;

/// <summary>The kinds of fault that are planted in whole files. A new kind is a class and a line here.</summary>
internal static class FileFaults
{
    /// <summary>Kinds that fit XPR, whatever the module. F08 and the records that reject their message are the generator's own.</summary>
    public static IReadOnlyList<IXprFileFault> OfXpr { get; } =
    [
        new CutOff(), new WrongRoot(), new WrongNamespace(), new OldVersion(), new WrongMessageType(), new OtherMunicipality(),
        new RetiredMunicipality(), new TwoMunicipalities(),
        new UnknownFileAttribute(), new Doctype(), new ContactMissing(), new ContactOfUnknownType(), new LongSupplier(), new DishonestEncoding(),
    ];

    /// <summary>Kinds that fit school health.</summary>
    public static IReadOnlyList<IXprFileFault> OfSchoolHealth { get; } =
        [.. OfXpr, new PeriodOfTwoYears(), new PeriodUpsideDown(), new ExtractedInFuture(), new NoPeriod(), new NoSerialNumber(), new UnitsNotStated(), new WrongUnitNumber()];

    /// <summary>Kinds that fit claims.</summary>
    public static IReadOnlyList<IClaimFileFault> OfClaims { get; } =
    [
        new ClaimsCutOff(), new ClaimsWrongRoot(), new ClaimsOfOtherType(), new OtherSender(), new WrongCount(), new WrongSum(),
        new UnknownInMessage(), new ClaimsDoctype(), new ClaimsDishonestEncoding(), new OtherEnvironment(),
    ];
}
