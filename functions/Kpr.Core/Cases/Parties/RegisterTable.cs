namespace Kpr.Core.Cases.Parties;

/// <summary>
/// The registers that may be sources. The eleven are the annex of forskrift 2023-01-11-48, controllers as of 1 January 2024. Which of them stand under
/// helseregisterloven § 11 is taken from the act's list; Bivirkningsregisteret is taken not to (docs/adr/0010). The table is data: a policy may bring another.
/// </summary>
/// <param name="registers">The registers.</param>
public sealed class RegisterTable(params IReadOnlyList<HealthRegister> registers)
{
    /// <summary>Organisation number of Folkehelseinstituttet.</summary>
    public const string Fhi = "983744516";

    private const string Dmp = "974761122";
    private const string Nasjonalarkivet = "961181399";

    /// <summary>The registers of the regulation's annex.</summary>
    public static RegisterTable Default { get; } = new(
        new HealthRegister("dar", "Dødsårsaksregisteret", Fhi),
        new HealthRegister("kreft", "Kreftregisteret", Fhi),
        new HealthRegister("mfr", "Medisinsk fødselsregister", Fhi),
        new HealthRegister("msis", "MSIS", Fhi),
        new HealthRegister("sysvak", "SYSVAK", Fhi),
        new HealthRegister("npr", "Norsk pasientregister", Fhi),
        new HealthRegister("hkr", "Hjerte- og karregisteret", Fhi),
        new HealthRegister("bivirkning", "Bivirkningsregisteret", Dmp, UnderSection11: false),
        new HealthRegister("kpr", "Kommunalt pasient- og brukerregister", Fhi, Begins: new DateOnly(2016, 7, 1)),
        new HealthRegister("lmr", "Legemiddelregisteret", Fhi),
        new HealthRegister("helsearkiv", "Helsearkivregisteret", Nasjonalarkivet));

    /// <summary>All registers.</summary>
    public IReadOnlyList<HealthRegister> All => registers;

    /// <summary>The register with a code; null when there is none.</summary>
    public HealthRegister? Find(string code) => registers.FirstOrDefault(register => register.Code == code);
}
