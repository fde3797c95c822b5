using System.CommandLine;
using System.Text.Json;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Access;
using Kpr.Local.Running;

namespace Kpr.Local.Commands;

/// <summary><c>kpr token</c>: a token of the local issuer, for the HTTP interface of the system that <c>kpr run</c> runs in this folder.</summary>
internal static class TokenCommand
{
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>().ToDictionary(
        role => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()), StringComparer.Ordinal);

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var role = new Option<string>("--role") { HelpName = "R", Required = true, Description = $"Rollen: {string.Join(", ", Roles.Keys)}." };
        role.AcceptOnlyFromAmong([.. Roles.Keys]);
        var organisation = new Option<string?>("--org") { HelpName = "N", Description = "Organisasjonsnummer; må være med for controller og linker." };
        var register = new Option<string?>("--register") { HelpName = "R", Description = "Registerets kode, for eksempel kpr; må være med for register." };
        var subject = new Option<string?>("--sub") { HelpName = "S", Description = "Hvem; rollens navn og 1 når det ikke er sagt." };
        var command = new Command("token", "Skriv et token fra den lokale utstederen. Varer i åtte timer.") { role, organisation, register, subject };
        command.Validators.Add(result =>
        {
            var wanted = result.GetValue(role);
            if (wanted == "register" && string.IsNullOrEmpty(result.GetValue(register)))
            {
                result.AddError("Oppgi registeret med --register.");
            }

            if (wanted is "controller" or "linker" && string.IsNullOrEmpty(result.GetValue(organisation)))
            {
                result.AddError("Oppgi organisasjonen med --org.");
            }
        });
        command.SetAction(parsed =>
        {
            var actor = new Actor(
                Roles[parsed.GetRequiredValue(role)], parsed.GetValue(subject) ?? $"{parsed.GetRequiredValue(role)}-1", parsed.GetValue(organisation), parsed.GetValue(register));
            using var issuer = LocalIssuer.OpenOrCreate(Path.Combine(RunFile.StateFolder, LocalSystem.TokenKey));
            output.Out.WriteLine(issuer.Mint(actor, TimeProvider.System.GetUtcNow()));
            return ExitCode.Good;
        });
        return command;
    }
}
