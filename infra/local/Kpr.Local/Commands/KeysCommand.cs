using System.CommandLine;
using System.Text.Json;
using Kpr.Functions.Persons;

namespace Kpr.Local.Commands;

/// <summary><c>kpr keys</c>: the keys that identity is sealed with.</summary>
internal static class KeysCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var (state, json) = (StateOption.Create(), new Option<bool>("--json") { Description = "Svaret som ett JSON-objekt." });
        var rotate = new Command("rotate", "Lag en ny nøkkel, og forsegl alt som er lagret om identitet med den. Avbrutt går den videre der den slapp.") { state, json };
        rotate.SetAction((parsed, cancellation) => StateOption.WithAsync(
            parsed.GetRequiredValue(state), output,
            async data =>
            {
                var answer = await data.Get<RotateKeys>().RunAsync("kpr", cancellation);
                await output.Out.WriteLineAsync(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(new { version = answer.Version, resealed = answer.Resealed })
                    : $"Nøkkel {answer.Version} forsegler alt som er lagret. {answer.Resealed} ble forseglet på nytt nå.");
                return ExitCode.Good;
            },
            cancellation));
        return new Command("keys", "Nøklene som identitet er forseglet med.") { rotate };
    }
}
