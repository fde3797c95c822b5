namespace Kpr.Core.Tests.Extracts.Package;

/// <summary>A test that needs Python with pandas; skipped visibly where no Python has it.</summary>
public sealed class PandasFactAttribute : FactAttribute
{
    public PandasFactAttribute()
    {
        if (Python is null)
        {
            Skip = "No python3 with pandas is installed (apt install python3-pandas).";
        }
    }

    /// <summary>The Python that has it; null where none has.</summary>
    internal static string? Python { get; } = new[] { "python3", "/usr/bin/python3" }
        .FirstOrDefault(python => OtherProgram.IsThere(python) && OtherProgram.Try(python, "-c", "import pandas").Code == 0);
}
