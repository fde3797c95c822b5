using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>
/// One set of reference data: everything that rules look up, by date. Immutable, and named by its version; a file is judged by one set
/// from beginning to end.
/// </summary>
public sealed class ReferenceData
{
    private readonly Lazy<ReferenceDataVersion> _version;
    private readonly Lazy<MunicipalityCatalogue> _municipalities;
    private readonly Lazy<SpecialHomeCodeCatalogue> _specialHomeCodes;
    private readonly Lazy<DistrictCatalogue> _districts;
    private readonly Lazy<CodeListCatalogue> _codeLists;
    private readonly Lazy<ServiceTypeCatalogue> _serviceTypes;
    private readonly Lazy<PracticeTypeCatalogue> _practiceTypes;

    // A short command asks for two tables of the default set: each is read when it is asked for first.
    internal ReferenceData(Func<ReferenceDataVersion> version, Func<TableForm, ReferenceSheet> sheet)
    {
        _version = new(version);
        _municipalities = new(() => MunicipalityCatalogue.Read(sheet(ReferenceTables.Municipalities)));
        _specialHomeCodes = new(() => SpecialHomeCodeCatalogue.Read(sheet(ReferenceTables.SpecialHomeCodes)));
        _districts = new(() => DistrictCatalogue.Read(sheet(ReferenceTables.Districts), Municipalities));
        _codeLists = new(() => CodeListCatalogue.Read(sheet(ReferenceTables.CodeLists), sheet(ReferenceTables.XprCodeLists)));
        _serviceTypes = new(() => ServiceTypeCatalogue.Read(sheet(ReferenceTables.ServiceTypes), CodeLists));
        _practiceTypes = new(() => PracticeTypeCatalogue.Read(sheet(ReferenceTables.PracticeTypes)));
    }

    /// <summary>The set that lies in this program: all tables but the optional ones.</summary>
    public static ReferenceData Default { get; } = EmbeddedReferenceData.Make();

    /// <summary>Names the set.</summary>
    public ReferenceDataVersion Version => _version.Value;

    /// <summary>Municipalities, with mergers, splits and renumberings.</summary>
    public MunicipalityCatalogue Municipalities => _municipalities.Value;

    /// <summary>Codes that stand for a home municipality without being one.</summary>
    public SpecialHomeCodeCatalogue SpecialHomeCodes => _specialHomeCodes.Value;

    /// <summary>City districts.</summary>
    public DistrictCatalogue Districts => _districts.Value;

    /// <summary>National code lists.</summary>
    public CodeListCatalogue CodeLists => _codeLists.Value;

    /// <summary>Service types with their rules.</summary>
    public ServiceTypeCatalogue ServiceTypes => _serviceTypes.Value;

    /// <summary>Practice types of the claims system.</summary>
    public PracticeTypeCatalogue PracticeTypes => _practiceTypes.Value;

    /// <summary>The register of senders; null when none is loaded.</summary>
    public SenderCatalogue? Senders { get; internal init; }

    /// <summary>ICPC-2; null when it is not loaded.</summary>
    public DiagnosisCatalogue? Icpc2 { get; internal init; }

    /// <summary>ICD-10; null when it is not loaded.</summary>
    public DiagnosisCatalogue? Icd10 { get; internal init; }

    /// <summary>Tariffs; null when they are not loaded.</summary>
    public TariffCatalogue? Tariffs { get; internal init; }

    /// <summary>Whose certificates are trusted (F05, F06); null when that is not loaded, and shipments need not be signed.</summary>
    public TrustCatalogue? Trust { get; internal init; }

    /// <summary>The catalogues that are not loaded.</summary>
    public OptionalCatalogues Missing =>
        (Icpc2 is null ? OptionalCatalogues.Icpc2 : 0) | (Icd10 is null ? OptionalCatalogues.Icd10 : 0) | (Tariffs is null ? OptionalCatalogues.Tariffs : 0);

    /// <summary>Whether a number may stand as a home municipality on a day: a municipality or a special code. Does not allocate.</summary>
    public bool IsValidHome(ReadOnlySpan<char> number, DateOnly on) => Municipalities.IsValid(number, on) || SpecialHomeCodes.IsValid(number, on);

    /// <summary>Reads all tables, so that nothing is left to go wrong.</summary>
    internal void ReadAll() => _ = (Municipalities, SpecialHomeCodes, Districts, CodeLists, ServiceTypes, PracticeTypes);
}
