using System.Diagnostics.Metrics;
using Azure;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>How a message is settled, with a Service Bus that misbehaves on demand: strictly what is expected, once, in order.</summary>
public sealed class SettlementTests
{
    private const string Queue = Queues.CompleteFile;

    private readonly Mock<ServiceBusMessageActions> _actions = new(MockBehavior.Strict);
    private readonly Mock<ServiceBusSender> _sender = new(MockBehavior.Strict);
    private int _works;

    [Fact]
    public async Task Work_that_is_done_is_completed()
    {
        var message = Message();
        _actions.Setup(actions => actions.CompleteMessageAsync(message, It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);

        await HandleAsync(message, () => { });

        Assert.Equal(1, _works);
        _actions.Verify(actions => actions.CompleteMessageAsync(message, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_a_dead_letter_at_once_and_no_work_is_done()
    {
        var message = Message("{\"file\": 7");
        _actions.Setup(actions => actions.DeadLetterMessageAsync(
            message, It.IsAny<Dictionary<string, object>?>(), It.Is<string>(reason => reason.Length > 0), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns(Task.CompletedTask);

        await HandleAsync(message, () => { });

        Assert.Equal(0, _works);
        Assert.Single(_actions.Invocations);
    }

    [Fact]
    public async Task A_fault_of_the_work_is_thrown_and_the_message_left_for_the_next_delivery()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => HandleAsync(Message(), () => throw new InvalidOperationException()));

        Assert.Empty(_actions.Invocations);
        Assert.Empty(_sender.Invocations);
    }

    [Fact]
    public async Task A_lock_that_is_lost_when_the_work_is_done_is_told_and_nothing_else_is_settled()
    {
        var message = Message();
        _actions.Setup(actions => actions.CompleteMessageAsync(message, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ServiceBusException("", ServiceBusFailureReason.MessageLockLost));

        await Assert.ThrowsAsync<ServiceBusException>(() => HandleAsync(message, () => { }));

        Assert.Single(_actions.Invocations);
        Assert.Empty(_sender.Invocations);
    }

    [Fact]
    public async Task In_an_outage_the_copy_is_sent_before_the_message_is_completed()
    {
        var message = Message();
        var order = new MockSequence();
        _sender.InSequence(order).Setup(sender => sender.SendMessageAsync(
            It.Is<ServiceBusMessage>(copy => copy.MessageId == $"{message.MessageId}-later-1" && copy.ScheduledEnqueueTime > DateTimeOffset.UnixEpoch),
            It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        _actions.InSequence(order).Setup(actions => actions.CompleteMessageAsync(message, It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);

        await HandleAsync(message, () => throw new RequestFailedException(503, "Storage is out."));

        Assert.Single(_sender.Invocations);
        Assert.Single(_actions.Invocations);
    }

    [Fact]
    public async Task Where_nothing_can_be_sent_either_the_message_is_left_to_its_lock()
    {
        _sender.Setup(sender => sender.SendMessageAsync(It.IsAny<ServiceBusMessage>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ServiceBusException("", ServiceBusFailureReason.ServiceCommunicationProblem));

        await HandleAsync(Message(), () => throw new RequestFailedException(503, "Storage is out."));

        Assert.Single(_sender.Invocations);
        Assert.Empty(_actions.Invocations);
    }

    private static ServiceBusReceivedMessage Message(string? body = null)
    {
        var sent = new CompleteMessage(new string('a', 32)).ToMessage();
        return ServiceBusModelFactory.ServiceBusReceivedMessage(
            body: body is null ? sent.Body : BinaryData.FromString(body), messageId: sent.MessageId, deliveryCount: 1);
    }

    private async Task HandleAsync(ServiceBusReceivedMessage message, Action work)
    {
        var client = new Mock<ServiceBusClient>();
        client.Setup(bus => bus.CreateSender(Queue)).Returns(_sender.Object);
        var redelivery = new Redelivery(
            new MessageBus(client.Object), TimeProvider.System, Options.Create(new RedeliveryOptions()), NullLogger<Redelivery>.Instance);
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var metrics = new IngestMetrics(services.GetRequiredService<IMeterFactory>(), new OpenFiles(TimeProvider.System));
        await new MessageDelivery(redelivery, metrics, TimeProvider.System, NullLogger<MessageDelivery>.Instance).HandleAsync(
            Queue, message, _actions.Object, IngestJson.Default.CompleteMessage,
            (_, _) =>
            {
                _works++;
                work();
                return Task.CompletedTask;
            },
            CancellationToken.None);
    }
}
