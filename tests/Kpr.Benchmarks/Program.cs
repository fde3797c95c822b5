using Kpr.Benchmarks;

return args switch
{
    ["crash-matrix", .. var options] => await CrashMatrixCommand.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Kpr.Benchmarks -- crash-matrix [COUNT SEED]");
    return 2;
}
