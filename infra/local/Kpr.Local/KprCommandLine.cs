using System.CommandLine;
using System.CommandLine.Parsing;
using Kpr.Local.Commands;

namespace Kpr.Local;

/// <summary>The command line <c>kpr</c>. Results go to stdout; progress and errors to stderr.</summary>
public static class KprCommandLine
{
    /// <summary>Runs a command.</summary>
    /// <param name="args">The arguments behind <c>kpr</c>.</param>
    /// <param name="stdout">Takes results.</param>
    /// <param name="stderr">Takes progress and errors.</param>
    /// <param name="cancellation">Stops the command.</param>
    /// <returns>0 good, 1 judged bad, 2 usage or nothing to judge, 130 interrupted.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, TextWriter stdout, TextWriter stderr, CancellationToken cancellation = default)
    {
        var output = new CommandOutput(stdout, stderr);
        var root = new RootCommand("KPR på én maskin: kontroller filer, lag testfiler, kjør hele systemet.");
        Array.ForEach(Commands(output), root.Add);

        var parsed = root.Parse(args);
        if (Errors(parsed, args) is { Count: > 0 } errors)
        {
            foreach (var error in errors)
            {
                await stderr.WriteLineAsync(error);
            }

            await stderr.WriteLineAsync(Usage(root, parsed.CommandResult.Command));
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = stdout, Error = stderr, EnableDefaultExceptionHandler = false },
                cancellation);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        finally
        {
            await stdout.FlushAsync(CancellationToken.None);
        }
    }

    /// <summary>What can stand behind <c>kpr</c>.</summary>
    internal static IReadOnlyList<string> Names => [.. Commands(new CommandOutput(TextWriter.Null, TextWriter.Null)).Select(command => command.Name)];

    private static Command[] Commands(CommandOutput output) =>
    [
        AuditCommand.Create(output),
        CaseCommand.Create(output),
        CheckCommand.Create(output),
        DemoCommand.Create(output),
        DueCommand.Create(output),
        GenerateCommand.Create(output),
        KeysCommand.Create(output),
        InvoiceCommand.Create(output),
        LinkageCommand.Create(output),
        ReferenceCommand.Create(output),
        RegisterCommand.Create(output),
        RunCommand.Create(output),
        TableCommand.Create(output),
        TokenCommand.Create(output),
        UploadCommand.Create(output),
    ];

    private static List<string> Errors(ParseResult parsed, IReadOnlyList<string> args)
    {
        var errors = parsed.Errors.Select(error => error.Message).ToList();

        // An unknown option would be taken for one more file name; behind "--" anything is one.
        var values = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);
        var literal = args.SkipWhile(arg => arg != "--").ToHashSet(StringComparer.Ordinal);
        errors.AddRange(values
            .Where(value => value.StartsWith('-') && value.Length > 1 && !literal.Contains(value))
            .Select(value => $"Ukjent valg: {value}"));
        return errors;
    }

    private static string Usage(RootCommand root, Command command)
    {
        var path = Path(root, command);
        if (command.Subcommands.Count > 0)
        {
            return $"Bruk: {path} KOMMANDO …  ({string.Join(", ", command.Subcommands.Select(sub => sub.Name))}). Hjelp: {path} --help";
        }

        var arguments = command.Arguments.Select(argument => argument.HelpName ?? argument.Name);
        var options = command.Options.Where(option => option.HelpName is not null || option.ValueType == typeof(bool))
            .Where(option => option is not System.CommandLine.Help.HelpOption)
            .Select(option => $"[{option.Name}{(option.HelpName is { } value ? " " + value : "")}]");
        return $"Bruk: {path} {string.Join(' ', arguments)} {string.Join(' ', options)}. Hjelp: {path} --help";
    }

    private static string Path(RootCommand root, Command command) =>
        command == root ? "kpr" : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Path(root, parent) : "kpr")} {command.Name}";
}
