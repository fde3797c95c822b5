namespace Kpr.Core.Tests.Extracts.Package;

/// <summary>A test that needs a program; skipped visibly where it is not installed.</summary>
public sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program)
    {
        Program = program;
        if (!OtherProgram.IsThere(program))
        {
            Skip = $"{program} is not installed.";
        }
    }

    public string Program { get; }
}
