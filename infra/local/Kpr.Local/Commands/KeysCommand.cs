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
                    ? JsonSerializer.Serialize(new { version = answer.Version, resealed = answer.Resealed, damaged = answer.Damaged })
                    : $"Nøkkel {answer.Version} forsegler alt som er lagret. {answer.Resealed} ble forseglet på nytt nå.");
                foreach (var place in answer.Damaged)
                {
                    await output.Error.WriteLineAsync($"{place}: Kan ikke åpnes. Innholdet er endret, eller nøkkelen er tapt.");
                }

                return answer.Damaged.Count == 0 ? ExitCode.Good : ExitCode.JudgedBad;
            },
            cancellation));
        return new Command("keys", "Nøklene som identitet er forseglet med.") { rotate };
    }
}
