using System.CommandLine;
using Kpr.Core.Rules;

namespace Kpr.Local.Commands;

/// <summary>The option <c>--environment test|production</c>, the same in all commands.</summary>
internal static class EnvironmentOption
{
    /// <summary>Makes the option; default: test.</summary>
    public static Option<string> Create()
    {
        var option = new Option<string>("--environment")
        {
            HelpName = "E",
            Description = "test (bare syntetiske personer) eller production.",
            DefaultValueFactory = _ => "test",
        };
        option.AcceptOnlyFromAmong("test", "production");
        return option;
    }

    /// <summary>Reads its value.</summary>
    public static KprEnvironment Read(string value) => value == "production" ? KprEnvironment.Production : KprEnvironment.Test;
}
