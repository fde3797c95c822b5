using Azure.Messaging.ServiceBus;

namespace Kpr.LocalAzure.Tests.ServiceBus;

/// <summary>Receiving what is there now, without waiting for more.</summary>
internal static class Now
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);

    public static Task<ServiceBusReceivedMessage?> TakeAsync(this ServiceBusReceiver receiver) => receiver.ReceiveMessageAsync(Short);

    public static async Task<ServiceBusFailureReason> FailsAsync(Func<Task> action) =>
        (await Assert.ThrowsAsync<ServiceBusException>(action)).Reason;
}
