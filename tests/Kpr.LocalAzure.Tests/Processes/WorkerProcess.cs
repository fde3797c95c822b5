using System.Diagnostics;

namespace Kpr.LocalAzure.Tests.Processes;

/// <summary>The test assembly run as a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    public WorkerProcess(params string[] arguments)
    {
        var start = OwnAssembly.Run(arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardInput = true;
        _process = Process.Start(start)!;
    }

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token)
        ?? throw new InvalidOperationException("The process ended.");

    public async Task<string[]> BeginAndReadAllAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        var text = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
