namespace Kpr.LocalAzure.Tests.Durable.Rules;

public sealed class OrchestratorRulesTests
{
    private const string Usings = """
        using Microsoft.Azure.Functions.Worker; using Microsoft.DurableTask; using Microsoft.DurableTask.Client; using Microsoft.Extensions.Logging;

        """;

    [Theory]
    [InlineData("DURABLE0001", "_ = DateTime.Now;")]
    [InlineData("DURABLE0001", "_ = DateTimeOffset.UtcNow;")]
    [InlineData("DURABLE0001", "_ = TimeProvider.System.GetUtcNow();")]
    [InlineData("DURABLE0002", "_ = Guid.NewGuid();")]
    [InlineData("DURABLE0002", "_ = new Random().Next();")]
    [InlineData("DURABLE0003", "await Task.Delay(1);")]
    [InlineData("DURABLE0003", "Thread.Sleep(1);")]
    [InlineData("DURABLE0004", "await Task.Run(() => 1);")]
    [InlineData("DURABLE0004", "new Thread(() => { }).Start();")]
    [InlineData("DURABLE0004", "await context.CallActivityAsync(\"A\").ConfigureAwait(false);")]
    [InlineData("DURABLE0004", "context.CallActivityAsync(\"A\").Wait();")]
    [InlineData("DURABLE0004", "_ = context.CallActivityAsync<int>(\"A\").Result;")]
    [InlineData("DURABLE0005", "_ = File.ReadAllText(\"x\");")]
    [InlineData("DURABLE0005", "using var http = new HttpClient();")]
    [InlineData("DURABLE0006", "_ = Environment.GetEnvironmentVariable(\"x\");")]
    [InlineData("DURABLE0010", "log.LogInformation(\"x\");")]
    [InlineData("DURABLE0011", "while (true) { await context.CallActivityAsync(\"A\"); }")]
    [InlineData("DURABLE0011", "for (;;) { await context.CallActivityAsync(\"A\"); }")]
    [InlineData("DURABLE0001", "Helper();")]
    [InlineData("DURABLE0001", "Local(); void Local() => _ = DateTime.UtcNow;")]
    [InlineData("DURABLE0002", "_ = new Order();")]
    public void What_an_orchestrator_must_not_do_is_found_in_it_and_in_what_it_calls(string rule, string statement)
    {
        var found = OrchestratorRules.Check(Orchestrator(statement));

        Assert.NotEmpty(found);
        Assert.All(found, line => Assert.StartsWith(rule + " Flow.RunAsync: ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DURABLE0007", "CancellationToken cancellationToken")]
    [InlineData("DURABLE0008", "[DurableClient] DurableTaskClient client")]
    public void What_an_orchestrator_must_not_take_is_found(string rule, string parameter)
    {
        var found = OrchestratorRules.Check(Orchestrator("", ", " + parameter));

        Assert.StartsWith(rule, Assert.Single(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_ = context.CurrentUtcDateTime.AddDays(1); _ = context.NewGuid();")]
    [InlineData("using var end = new CancellationTokenSource(); await context.CreateTimer(TimeSpan.FromDays(1), end.Token); end.Cancel();")]
    [InlineData("await Task.WhenAll(context.CallActivityAsync(\"A\"), context.CallActivityAsync(\"B\"));")]
    [InlineData("context.CreateReplaySafeLogger<Flow>().LogInformation(\"x\"); Told(context.CreateReplaySafeLogger<Flow>());")]
    [InlineData("while (true) { await context.CallActivityAsync(\"A\"); context.ContinueAsNew(); return; }")]
    [InlineData("while (true) { if (await context.CallActivityAsync<bool>(\"A\")) { break; } }")]
    [InlineData("_ = Path.Combine(\"a\", \"b\") + Environment.NewLine;")]
    public void What_an_orchestrator_may_do_is_not(string statement) => Assert.Empty(OrchestratorRules.Check(Orchestrator(statement)));

    [Fact]
    public void What_is_no_orchestrator_may_do_all_of_it()
    {
        var source = SourceFolder.Compile([("A.cs", Usings + "class A { [Function(\"A\")] public static Guid Run([ActivityTrigger] string x) => Guid.NewGuid(); }")]);

        Assert.Empty(OrchestratorRules.Orchestrators(source));
        Assert.Empty(OrchestratorRules.Check(source));
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Orchestrator(string statement, string parameter = "")
    {
        var source = SourceFolder.Compile(
        [
            ("Flow.cs", Usings + $$"""
                class Flow(ILogger<Flow> log)
                {
                    [Function("Flow")]
                    public async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context{{parameter}}) { await context.CallActivityAsync("First"); {{statement}} }

                    private static void Helper() => Deeper();
                    private static void Deeper() => _ = DateTime.UtcNow;
                    private static void Told(ILogger log) => log.LogInformation("told");
                }

                class Order { public Guid Id { get; } public Order() { Id = Guid.NewGuid(); } }
                """),
        ]);
        Assert.DoesNotContain(source.GetDiagnostics(), found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        return source;
    }
}
