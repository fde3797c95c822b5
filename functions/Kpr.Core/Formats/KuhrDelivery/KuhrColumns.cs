using System.Buffers;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>The files and columns of version 1.0. Columns stand in this order, and no other may be there (K34).</summary>
internal static class KuhrColumns
{
    /// <summary>Number of kinds of file.</summary>
    public const int Kinds = 4;

    /// <summary>Column of the claim's GUID, in every file.</summary>
    public const int ClaimId = 0;

    private static readonly string[][] Columns =
    [
        [
            "enkeltregningId", "regningsnummer", "meldingstype", "oppgjorsart", "fagomraade", "praksistype", "praksisId", "praksisOrgNr",
            "praksisKommuneNr", "behandlerHpr", "behandlerType", "dato", "klokkeslett", "kjonn", "fodselsaar", "bostedKommuneNr", "bydel",
            "arsakFriEgenandel", "egenandelStatus", "egenandelOre", "refusjonOre", "belopOre", "krediterer", "moderasjonskode", "status",
            "merknader", "innsendtTid",
        ],
        ["enkeltregningId", "fid", "typeID", "trygdenasjon"],
        ["enkeltregningId", "kodeNr", "kodeverk", "kode"],
        ["enkeltregningId", "linjeNr", "takstkode", "antall", "refusjonOre", "egenandelOre"],
    ];

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private static readonly string[] Names = ["regning", "person", "diagnose", "takst"];

    /// <summary>The columns of a file, in order.</summary>
    public static IReadOnlyList<string> Of(KuhrFileKind kind) => Columns[(int)kind];

    /// <summary>Name of a kind, as file names begin and findings say.</summary>
    public static string Name(this KuhrFileKind kind) => Names[(int)kind];

    /// <summary>The letter that marks a row of the kind in a chunk.</summary>
    public static byte Letter(this KuhrFileKind kind) => "RPDT"u8[(int)kind];

    /// <summary>The kind of a letter; null when it marks none.</summary>
    public static KuhrFileKind? OfLetter(ReadOnlySpan<byte> letter) =>
        letter.Length == 1 && "RPDT"u8.IndexOf(letter[0]) is >= 0 and var kind ? (KuhrFileKind)kind : null;

    /// <summary>The kind of a file by its name: one of the four words, alone or with something behind that is no letter, and csv or csv.gz.</summary>
    public static KuhrFileKind? OfFile(string name)
    {
        // Nothing that could lead out of the folder.
        if (name.AsSpan().ContainsAnyExcept(NameCharacters)
            || (!name.EndsWith(".csv", StringComparison.Ordinal) && !name.EndsWith(".csv.gz", StringComparison.Ordinal)))
        {
            return null;
        }

        var kind = Array.FindIndex(Names, word => name.StartsWith(word, StringComparison.Ordinal) && !char.IsLetter(name[word.Length]));
        return kind < 0 ? null : (KuhrFileKind)kind;
    }
}
