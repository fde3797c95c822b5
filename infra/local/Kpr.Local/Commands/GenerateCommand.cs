using System.CommandLine;

namespace Kpr.Local.Commands;

/// <summary><c>kpr generate</c>: writes a set of synthetic files with known faults.</summary>
internal static class GenerateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var command = new Command("generate", "Lag et sett med syntetiske filer.");
        command.SetAction((_, _) => Task.FromResult(output is null ? 1 : 0));
        return command;
    }
}
