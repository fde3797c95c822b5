namespace Kpr.Core.Extracts.Package.Scripts;

/// <summary>A script that reads the tables of a package into a program, with types, labels and names of codes.</summary>
/// <param name="FileName">Name of its file.</param>
/// <param name="Text">The script, lines ended by a line feed.</param>
public sealed record ReadingScript(string FileName, string Text)
{
    /// <summary>One for each program: R, Python (pandas), SPSS, Stata and SAS.</summary>
    /// <param name="codebook">What the package holds; its names must be fit (<see cref="PackageNames.Refuse"/>).</param>
    /// <param name="language">The language of labels. Names of codes are as they are in their list.</param>
    public static IReadOnlyList<ReadingScript> All(Codebook codebook, PackageLanguage language = PackageLanguage.Norwegian) =>
    [
        new("read_data.R", RScript.Of(codebook, language)),
        new("read_data.py", PythonScript.Of(codebook, language)),
        new("read_data.sps", SpssScript.Of(codebook, language)),
        new("read_data.do", StataScript.Of(codebook, language)),
        new("read_data.sas", SasScript.Of(codebook, language)),
    ];
}
