namespace Kpr.Core.Tests.Extracts.Package;

/// <summary>A test of several cases that needs a program; skipped visibly where it is not installed.</summary>
public sealed class ProgramTheoryAttribute : TheoryAttribute
{
    public ProgramTheoryAttribute(string program)
    {
        Program = program;
        if (!OtherProgram.IsThere(program))
        {
            Skip = $"{program} is not installed.";
        }
    }

    public string Program { get; }
}
