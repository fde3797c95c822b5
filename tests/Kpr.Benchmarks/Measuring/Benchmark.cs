namespace Kpr.Benchmarks.Measuring;

/// <summary>Something that is measured.</summary>
/// <param name="Name">The command that measures it.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Run">Measures, and answers with the result as Markdown; progress goes to stderr.</param>
internal sealed record Benchmark(string Name, string Title, Func<Task<string>> Run)
{
    /// <summary>Measures, and says what the figures hold for.</summary>
    public async Task<string> ReportAsync()
    {
        var machine = Machine.Describe();
        return $"""
            ## {Title}

            `dotnet run -c Release --project tests/Kpr.Benchmarks -- {Name}`

            {machine}

            {(await Run()).TrimEnd()}

            """;
    }
}
