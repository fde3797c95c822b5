using System.Globalization;
using Azure.Storage.Blobs;
using Kpr.Core.Receipts;

namespace Kpr.Local.Demo;

/// <summary>
/// The scenario of the demo, from outside: reference data and a small set of files with planted faults go in, status and receipts come back, by blob storage and HTTP alone,
/// so that it can be played against any host.
/// </summary>
/// <param name="landing">The account that files land in.</param>
/// <param name="http">Reaches the HTTP functions.</param>
/// <param name="folder">Where files and reference data are laid out.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoScenario(BlobServiceClient landing, HttpClient http, string folder, CommandOutput output)
{
    private readonly string _files = Path.Combine(folder, "files");

    /// <summary>Where the files are that were sent.</summary>
    public string Files => _files;

    /// <summary>Where the system's host can be asked to look for files that no event told of; null where events are told of.</summary>
    public Uri? Reconcile { get; init; }

    /// <summary>Plays the scenario.</summary>
    /// <returns>What was expected, and what came.</returns>
    /// <exception cref="TimeoutException">A file has no receipt in time, or was given up.</exception>
    /// <exception cref="HttpRequestException">The app cannot be reached, refuses, or fails.</exception>
    public async Task<IReadOnlyList<(ExpectedReceipt Expected, Receipt Receipt)>> PlayAsync(CancellationToken cancellation)
    {
        var reference = await DemoReference.LoadAsync(landing, http, Path.Combine(folder, "reference"), cancellation);
        await Tell($"Referansedata {reference.Label} er lastet: oppdiktede takster, ICPC-2 og ICD-10 (versjon {reference.Version})");

        await Tell("Lager et lite sett med syntetiske filer (kpr generate --set tiny)");
        await GenerateAsync(cancellation);
        return await new DemoIntake(landing, http, _files, output) { Reconcile = Reconcile }.SendAsync(cancellation);
    }

    private async Task GenerateAsync(CancellationToken cancellation)
    {
        // Made yesterday: a claim that is old when it arrives is a finding of its own.
        var yesterday = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] generate = ["generate", "--set", "tiny", "--seed", "20260101", "--faults", "0.05", "--today", yesterday, "--out", _files];
        var code = await KprCommandLine.RunAsync(generate, TextWriter.Null, output.Error, cancellation);
        if (code != ExitCode.Good)
        {
            throw new InvalidOperationException($"kpr {string.Join(' ', generate)} ended with {code}.");
        }
    }

    private Task Tell(string text) => output.Error.WriteLineAsync(text);
}
