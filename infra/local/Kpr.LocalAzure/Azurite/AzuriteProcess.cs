using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Kpr.LocalAzure.Azurite;

/// <summary>
/// A running Azurite, the storage emulator, on 127.0.0.1. It stops when disposed and with this process, also when this
/// process is killed: Azurite ends when the pipe to its standard input breaks.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Listening = " service is successfully listening at ";
    private static int _started;

    private readonly Process _process;
    private readonly Queue<string> _lastOutput = new();
    private readonly Dictionary<string, Uri> _endpoints = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _prefix;
    private readonly string _key;
    private readonly int _accounts;
    private int _handedOut;

    private AzuriteProcess(ProcessStartInfo start, string prefix, string key, int accounts)
    {
        (_prefix, _key, _accounts) = (prefix, key, accounts);
        _process = AzuriteInstallation.Start(start);
        _process.EnableRaisingEvents = true;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _ = TellStoppedAsync();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The operating system's number of the node process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Where the blob service listens, without an account.</summary>
    public Uri BlobEndpoint => _endpoints["Blob"];

    /// <summary>Where the queue service listens, without an account.</summary>
    public Uri QueueEndpoint => _endpoints["Queue"];

    /// <summary>Where the table service listens, without an account.</summary>
    public Uri TableEndpoint => _endpoints["Table"];

    /// <summary>The account with the well-known name and key, for <c>run</c> and for tools that know no other.</summary>
    public AzuriteAccount DevelopmentAccount => Named(AzuriteAccount.DevelopmentName);

    /// <summary>An account of <see cref="AzuriteOptions.Accounts"/>.</summary>
    public AzuriteAccount Named(string name) => Account(name, AzuriteAccount.DevelopmentKey);

    /// <summary>Installs Azurite if need be, starts it, and returns when its services answer.</summary>
    /// <exception cref="AzuriteUnavailableException">It could not be installed, or did not come up; the message holds its output.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions? options = null, Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new AzuriteOptions();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.AccountCount, 900);
        var installation = await AzuriteInstallation.EnsureAsync(progress, cancellationToken);

        // The number keeps account names of several Azurites in one process apart: the I/O switch goes by account name.
        var prefix = string.Create(CultureInfo.InvariantCulture, $"kpr{Interlocked.Increment(ref _started)}a");
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var azurite = new AzuriteProcess(AzuriteCommand.Of(installation, options, prefix, key), prefix, key, options.AccountCount);
        try
        {
            await azurite._ready.Task.WaitAsync(options.StartTimeout, cancellationToken);
            return azurite;
        }
        catch (Exception failed)
        {
            var output = azurite.LastOutput();
            await azurite.DisposeAsync();
            throw failed is TimeoutException
                ? new AzuriteUnavailableException($"Azurite did not answer within {options.StartTimeout.TotalSeconds:0} s:{Environment.NewLine}{output}", failed)
                : failed;
        }
    }

    /// <summary>An account nobody has used yet: empty, and apart from all others.</summary>
    /// <exception cref="InvalidOperationException">All <see cref="AzuriteOptions.AccountCount"/> accounts are handed out.</exception>
    public AzuriteAccount NextAccount()
    {
        var number = Interlocked.Increment(ref _handedOut);
        return number <= _accounts
            ? Account(AzuriteCommand.AccountName(_prefix, number), _key)
            : throw new InvalidOperationException($"All {_accounts} accounts are in use: raise {nameof(AzuriteOptions)}.{nameof(AzuriteOptions.AccountCount)}.");
    }

    /// <summary>Lets Azurite save what it keeps on disk, and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private AzuriteAccount Account(string name, string key) => new(
        name,
        key,
        $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={key};BlobEndpoint={BlobEndpoint}{name};QueueEndpoint={QueueEndpoint}{name};TableEndpoint={TableEndpoint}{name};");

    private async Task TellStoppedAsync()
    {
        if (!_ready.Task.IsCompleted)
        {
            // The process is gone before all it wrote has been read, and the reason is in the last lines.
            await _process.WaitForExitAsync();
            _ready.TrySetException(new AzuriteUnavailableException($"Azurite stopped:{Environment.NewLine}{LastOutput()}"));
        }
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastOutput)
        {
            _lastOutput.Enqueue(line);
            if (_lastOutput.Count > 40)
            {
                _lastOutput.Dequeue();
            }

            var at = line.IndexOf(Listening, StringComparison.Ordinal);
            if (at > 0 && line.StartsWith("Azurite ", StringComparison.Ordinal))
            {
                _endpoints[line["Azurite ".Length..at]] = new Uri(line[(at + Listening.Length)..]);
                if (_endpoints.Count == 3)
                {
                    _ready.TrySetResult();
                }
            }
        }
    }

    private string LastOutput()
    {
        lock (_lastOutput)
        {
            return string.Join(Environment.NewLine, _lastOutput);
        }
    }
}
