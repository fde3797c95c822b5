using System.CommandLine;
using Kpr.Core.Invoices.Checking;
using Kpr.Core.Receipts;
using Kpr.Local.Invoicing;

namespace Kpr.Local.Commands;

/// <summary><c>kpr invoice check</c>: judges UBL invoices and credit notes by the rules of EHF Billing 3.0, without any server.</summary>
internal static class InvoiceCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, HelpName = "FILE...", Description = "Fakturaer og kreditnotaer i UBL 2.1 (XML)." };
        var check = new Command("check", "Kontroller fakturaer og kreditnotaer mot reglene for EHF Billing 3.0. Ett JSON-objekt per fil.") { files };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(files), output));
        return new Command("invoice", "Fakturaer: kontroller dem.") { check };
    }

    private static int Check(IReadOnlyList<string> paths, CommandOutput output)
    {
        var worst = ExitCode.Good;
        foreach (var path in paths)
        {
            try
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
                var findings = InvoiceCheck.Check(file);
                output.Out.WriteLine(InvoiceJson.Line(new InvoiceAnswer(path, [.. findings.Select(Answer)])));
                worst = Math.Max(worst, findings.Any(finding => finding.Severity == InvoiceSeverity.Fatal) ? ExitCode.JudgedBad : ExitCode.Good);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                output.Error.WriteLine($"Finnes ikke: {FileName.Shown(path)}");
                worst = ExitCode.Usage;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                output.Error.WriteLine($"Kan ikke lese {FileName.Shown(path)}: {e.GetType().Name}");
                worst = ExitCode.Usage;
            }
        }

        return worst;
    }

    private static InvoiceAnswerFinding Answer(InvoiceFinding finding) =>
        new(finding.Rule, finding.Severity == InvoiceSeverity.Fatal ? "fatal" : "warning", finding.Path, finding.Message);
}
