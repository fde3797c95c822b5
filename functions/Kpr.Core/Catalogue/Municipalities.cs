namespace Kpr.Core.Catalogue;

/// <summary>The municipalities of <see cref="ReferenceData.Default"/>. Rules ask <see cref="ReferenceData.Municipalities"/> of their file instead.</summary>
public static class Municipalities
{
    private static MunicipalityCatalogue Known => ReferenceData.Default.Municipalities;

    /// <summary>All numbers, in ascending order.</summary>
    public static IReadOnlyList<Municipality> All => Known.All;

    /// <summary>The municipality of a number, whenever it is or was in use; null for any other text. Does not allocate.</summary>
    /// <param name="number">Exactly four digits.</param>
    public static Municipality? Find(ReadOnlySpan<char> number) => Known.Find(number);

    /// <summary>Whether the number is in use on a day. Does not allocate.</summary>
    public static bool IsValid(ReadOnlySpan<char> number, DateOnly on) => Known.IsValid(number, on);

    /// <summary>Whether the number may stand as a home municipality on a day: a municipality or one of <see cref="SpecialHomeCodes"/>.</summary>
    public static bool IsValidHome(ReadOnlySpan<char> number, DateOnly on) => ReferenceData.Default.IsValidHome(number, on);

    /// <summary>The municipalities of a day, in ascending order of number.</summary>
    public static IReadOnlyList<Municipality> ValidOn(DateOnly day) => Known.ValidOn(day);

    /// <summary>
    /// The numbers in use on a later day for the area a number stood for: the number itself while it is in use, several after a split, none
    /// for an unknown number or a day before it came into use.
    /// </summary>
    public static IReadOnlyList<Municipality> SuccessorsOn(ReadOnlySpan<char> number, DateOnly day) => Known.SuccessorsOn(number, day);

    /// <summary>The only successor on a later day; null where there is none, or several after a split.</summary>
    public static Municipality? UniqueSuccessorOn(ReadOnlySpan<char> number, DateOnly day) => Known.UniqueSuccessorOn(number, day);
}
