namespace Kpr.Local.Generation.Claims;

/// <summary>What the claims of a service look like: tariffs with their refunds and shares, and diagnoses.</summary>
/// <param name="MessageType">Message type (list 8279).</param>
/// <param name="Profession">Profession in the JSON form (list 8401); null when the service is sent as XML only.</param>
/// <param name="Visits">Tariffs that stand first on a claim, with refund and share in øre and weight.</param>
/// <param name="Extras">Tariffs that may follow.</param>
/// <param name="Systems">Diagnosis systems with weights; none when the service needs none.</param>
internal sealed record ClaimServiceMix(
    string MessageType,
    string? Profession,
    IReadOnlyList<((string Code, int Refund, int Share) Value, int Weight)> Visits,
    IReadOnlyList<(string Code, int Refund)> Extras,
    IReadOnlyList<(string Value, int Weight)> Systems)
{
    private const string Icpc2 = "2.16.578.1.12.4.1.1.7170";
    private const string Icpc2B = "2.16.578.1.12.4.1.1.7171";
    private const string Icd10 = "2.16.578.1.12.4.1.1.7110";

    // Codes only: the rubrics of ICPC-2 are licensed. Frequent reasons for contact.
    private static readonly string[] Icpc2Codes =
        ["A04", "A97", "D01", "D73", "F70", "H71", "K74", "K86", "K78", "L03", "L84", "L15", "L92", "N01", "P76", "P06", "P74", "R05", "R74", "R96", "S74", "S88", "T90", "T86", "U71", "-30"];

    private static readonly string[] Icpc2BCodes = ["L84.0001", "K86.0002", "P76.0001", "T90.0003"];
    private static readonly string[] Icd10Codes = ["I10", "E119", "J459", "M545", "H521", "H503", "F329", "C509"];

    /// <summary>The services, weighted by their claims in a year: GPs and out-of-hours 34 of 50 million, physiotherapy 10, and so on.</summary>
    public static IReadOnlyList<(ClaimServiceMix, int)> All { get; } =
    [
        (new("LOM", "1",
            [(("2ad", 10200, 17900), 42), (("2ae", 9100, 17900), 12), (("1be", 6700, 6700), 22), (("1bd", 5600, 6700), 14), (("2ak", 24300, 29800), 5), (("11ad", 9900, 19500), 3)],
            [("2cd", 20700), ("2dd", 12200), ("701a", 6100), ("705k", 7900), ("707", 3200), ("14", 17400), ("10a", 4200)],
            [(Icpc2, 92), (Icpc2B, 4), (Icd10, 4)]), 684),
        (new("FOM", "14",
            [(("A1a", 19500, 10100), 20), (("A2a", 28900, 15200), 35), (("A3a", 33000, 17100), 15), (("C34a", 8200, 4300), 30)],
            [("A8b", 3900), ("A10", 5600), ("D11", 4300)],
            [(Icpc2, 100)]), 200),
        (new("KOM", "27", [(("K1", 4500, 31000), 30), (("K2", 3500, 29000), 70)], [("K3", 2600)], [(Icpc2, 100)]), 40),
        (new("TOM", "17", [(("1", 31600, 12000), 60), (("201", 55000, 20000), 40)], [("801", 9500), ("3", 11500)], []), 56),
        (new("TPM", null, [(("2", 21000, 9000), 100)], [("3", 11500)], []), 6),
        (new("HOM", "28", [(("H1", 12000, 0), 100)], [("H2", 4000)], []), 5),
        (new("PJM", "8", [(("J1", 33000, 0), 100)], [("J2", 9000)], []), 5),
        (new("LGM", "23", [(("G1", 41000, 0), 100)], [("G2", 6000)], []), 2),
        (new("APM", null, [(("P1", 38000, 0), 100)], [("P2", 6000)], []), 1),
        (new("OOM", "18", [(("O1", 24000, 8000), 100)], [("O2", 7000)], [(Icd10, 100)]), 1),
    ];

    /// <summary>Whether claims of the service need a diagnosis.</summary>
    public bool NeedsDiagnosis => Systems.Count > 0;

    /// <summary>A diagnosis of the service: system and code.</summary>
    public (string System, string Code) Diagnosis(SplitMix random)
    {
        var system = random.Weighted(Systems);
        return (system, random.Of(system switch { Icpc2 => Icpc2Codes, Icpc2B => Icpc2BCodes, _ => Icd10Codes }));
    }
}
