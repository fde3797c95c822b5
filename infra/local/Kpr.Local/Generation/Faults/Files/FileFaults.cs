namespace Kpr.Local.Generation.Faults.Files;

/// <summary>The kinds of fault that are planted in whole files. A new kind is a class and a line here.</summary>
internal static class FileFaults
{
    /// <summary>Kinds that fit care events. F08 and the records that reject their message are the generator's own.</summary>
    public static IReadOnlyList<ICareEventFileFault> OfCareEvents { get; } =
    [
        new CutOff(), new WrongRoot(), new WrongNamespace(), new OldVersion(), new RetiredMunicipality(), new TwoMunicipalities(),
        new UnknownFileAttribute(), new Doctype(), new ContactMissing(), new ContactOfUnknownType(), new LongSupplier(), new DishonestEncoding(),
    ];
}
