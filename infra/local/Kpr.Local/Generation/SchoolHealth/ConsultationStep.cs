namespace Kpr.Local.Generation.SchoolHealth;

/// <summary>A recommended consultation (list 9505), with how many come to it.</summary>
/// <param name="Code">Code in the list.</param>
/// <param name="Days">Age in days.</param>
/// <param name="PerMille">Children of a thousand who come.</param>
/// <param name="Form">Usual form (list 9506).</param>
/// <param name="Profession">Who sees the child beside the nurse, or in her place (list 8401); null for nobody else.</param>
/// <param name="Measured">Whether the child is weighed and measured.</param>
internal sealed record ConsultationStep(string Code, int Days, int PerMille, string Form, string? Profession, bool Measured)
{
    private const int Year = 365;

    /// <summary>
    /// The steps of the national programme in order of age. Shares are our own: nearly all infants come, and of the school
    /// years the first and the eighth have a consultation for all.
    /// </summary>
    public static IReadOnlyList<ConsultationStep> All { get; } =
    [
        new("3D", 4, 700, "H", "8", true), new("10D", 9, 900, "H", null, true), new("4U", 28, 960, "G", null, true),
        new("6U", 42, 980, "I", "1", true), new("3M", 91, 980, "I", null, true), new("4M", 122, 900, "G", null, true),
        new("5M", 152, 970, "I", null, true), new("6M", 183, 970, "I", "1", true), new("8M", 244, 900, "I", null, true),
        new("10M", 305, 900, "I", null, true), new("12M", 365, 970, "I", "1", true), new("15M", 456, 960, "I", null, true),
        new("18M", 533, 900, "I", null, true), new("2A", 2 * Year, 960, "I", "1", true), new("4A", 4 * Year, 930, "I", null, true),
        new("6A", 6 * Year, 950, "I", "1", true), new("7A", 7 * Year, 150, "G", null, false), new("8A", 8 * Year, 900, "I", null, true),
        new("9A", 9 * Year, 120, "G", null, false), new("10A", 10 * Year, 150, "G", null, false), new("11A", 11 * Year, 150, "G", null, false),
        new("12A", 12 * Year, 200, "G", null, false), new("13A", 13 * Year, 850, "I", null, true), new("14A", 14 * Year, 200, "I", null, false),
        new("15A", 15 * Year, 200, "I", null, false), new("16A", 16 * Year, 150, "I", null, false), new("17A", 17 * Year, 100, "I", null, false),
        new("18A", 18 * Year, 60, "I", null, false),
    ];

    /// <summary>A consultation outside the programme.</summary>
    public static ConsultationStep Extra { get; } = new("E", 0, 250, "I", null, false);
}
