using Kpr.Benchmarks;

return args switch
{
    ["crash-matrix", .. var options] => await CrashMatrixCommand.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Kpr.Benchmarks -- crash-matrix [--sample COUNT SEED | --calls FROM TO]");
    return 2;
}
