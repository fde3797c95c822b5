using System.CommandLine;
using Kpr.Functions.Register;
using Kpr.Local.Running;

namespace Kpr.Local.Commands;

/// <summary>The option that names the state folder, of commands that work on the data of the system here.</summary>
internal static class StateOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string> Create() => new("--state")
    {
        HelpName = "DIR",
        DefaultValueFactory = _ => RunFile.StateFolder,
        Description = $"Mappen med systemets data og nøkler. Vanlig: {RunFile.StateFolder}.",
    };

    /// <summary>Opens the data and works on them.</summary>
    /// <returns>What the work answers; <see cref="ExitCode.Usage"/> when there are no data.</returns>
    public static async Task<int> WithAsync(string folder, CommandOutput output, Func<LocalState, Task<int>> work, CancellationToken cancellation)
    {
        var state = await LocalState.OpenAsync(folder, output, cancellation);
        if (state is null)
        {
            return ExitCode.Usage;
        }

        await using (state)
        {
            try
            {
                return await work(state);
            }
            catch (RegisterDamagedException damaged)
            {
                await output.Error.WriteLineAsync(damaged.Message);
                return ExitCode.JudgedBad;
            }
        }
    }
}
