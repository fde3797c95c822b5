using Kpr.Benchmarks;

return args switch
{
    ["crash-matrix", .. var options] => await CrashMatrixCommand.RunAsync(options),
    ["durable-throughput", .. var options] => await DurableCommands.ThroughputAsync(options),
    ["durable-waiting", .. var options] => await DurableCommands.WaitingAsync(options),
    ["durable-wait", var file] => await DurableCommands.WaitAsync(file),
    ["durable-replay"] => DurableCommands.Replay(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Kpr.Benchmarks -- crash-matrix [--sample COUNT SEED | --calls FROM TO] | durable-throughput [COUNT] | durable-waiting [COUNT] | durable-replay");
    return 2;
}
