using System.CommandLine;
using System.Text.Json;
using Kpr.Functions.Register;

namespace Kpr.Local.Commands;

/// <summary><c>kpr audit</c>: the hash-chained logs, the register of reads among them.</summary>
internal static class AuditCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var (state, json) = (StateOption.Create(), new Option<bool>("--json") { Description = "Ett JSON-objekt for hver logg." });
        var verify = new Command("verify", "Kontroller hashkjedene i revisjonsloggene. 1 når en er brutt, med stedet.") { state, json };
        verify.SetAction((parsed, cancellation) => StateOption.WithAsync(
            parsed.GetRequiredValue(state), output,
            async data =>
            {
                var good = true;
                await foreach (var (name, lines, broken) in data.Get<AuditLog>().VerifyAsync(cancellation))
                {
                    good &= broken is null;
                    await output.Out.WriteLineAsync(parsed.GetValue(json)
                        ? JsonSerializer.Serialize(new { log = name, lines, broken })
                        : broken is { } line ? Text(VerifyRegister.BrokenChain(name, line)) : $"audit/{name}: {lines} linjer, hel");
                }

                return good ? ExitCode.Good : ExitCode.JudgedBad;
            },
            cancellation));
        return new Command("audit", "Revisjonsloggene: hva som er gjort, og hvem som har lest.") { verify };
    }

    /// <summary>A fault as a line of text.</summary>
    public static string Text(RegisterFault fault) => $"{fault.Place}: {fault.Fault}";
}
