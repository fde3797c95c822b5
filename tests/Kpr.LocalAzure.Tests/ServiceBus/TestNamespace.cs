using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.ServiceBus;

namespace Kpr.LocalAzure.Tests.ServiceBus;

/// <summary>A fresh namespace in a folder of its own, on a clock that can be moved.</summary>
internal sealed class TestNamespace : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kpr-servicebus-");
    private readonly string _name = "t" + Guid.NewGuid().ToString("N")[..12];
    private readonly LocalQueue[] _queues;
    private LocalNamespace _local;

    public TestNamespace(params LocalQueue[] queues)
    {
        _queues = queues;
        _local = Register();
        Client = new ServiceBusClient(ConnectionString);
    }

    public MovableClock Clock { get; } = new();

    public ServiceBusClient Client { get; private set; }

    public string ConnectionString => LocalNamespace.ConnectionString(_name);

    public string Host => _name + ".servicebus.local";

    public string StateFile => Path.Combine(_folder.FullName, "state.db");

    public IoSwitch Io => IoSwitch.Of(Host);

    public QueueCounts Count(string queue) => _local.Count(queue);

    public ServiceBusReceiver DeadLetters(string queue) =>
        Client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    public Task SendAsync(string queue, ServiceBusMessage message) => Client.CreateSender(queue).SendMessageAsync(message);

    /// <summary>As after a restart: the file is opened anew, with a new switch.</summary>
    public async Task ReopenAsync()
    {
        await Client.DisposeAsync();
        IoSwitch.Forget(Host);
        _local = Register();
        Client = new ServiceBusClient(ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        _local.Dispose();
        IoSwitch.Forget(Host);
        _folder.Delete(recursive: true);
    }

    private LocalNamespace Register() =>
        LocalNamespace.Register(Host, new LocalNamespaceOptions { StateFile = StateFile, Queues = _queues, Clock = Clock });
}
