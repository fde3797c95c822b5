using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Azure.Messaging.ServiceBus;

namespace Kpr.Functions.Azure;

/// <summary>Tells outages, which pass by themselves, from faults, which do not.</summary>
public static class Outage
{
    private const int NoAnswer = 0;
    private const int RequestTimeout = 408;
    private const int TooManyRequests = 429;
    private const int FirstServerError = 500;
    private const int NotImplemented = 501;
    private const int VersionNotSupported = 505;

    /// <summary>
    /// Whether a service could not be reached or was busy: no answer, 408, 429 and 5xx of storage and Key Vault, what
    /// Service Bus calls transient, a credential that got no token, a connection that broke, an answer that took too long. A
    /// refusal of Key Vault too: roles take minutes to spread, and ten deliveries would be burnt in seconds.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="stopping">The token of the work: when the host is stopping, cancelled work is no outage.</param>
    public static bool Is(Exception exception, CancellationToken stopping) => exception switch
    {
        VaultRefusedException => true,
        RequestFailedException failed => IsPassing(failed.Status),
        ServiceBusException failed => failed.IsTransient,
        AuthenticationFailedException or HttpRequestException or SocketException => true,
        OperationCanceledException => !stopping.IsCancellationRequested,

        // What the pipeline throws when no try was answered.
        AggregateException { InnerExceptions: { Count: > 0 } all } => all.All(inner => Is(inner, stopping)),
        IOException { InnerException: { } inner } => Is(inner, stopping),
        _ => false,
    };

    /// <summary>What may be logged of an outage: its kind and status, never its text, in which names can stand.</summary>
    public static string Kind(Exception exception) => exception switch
    {
        VaultRefusedException refused => $"Key Vault refuses the app, {refused.Status}",
        RequestFailedException failed => $"{failed.Status} {failed.ErrorCode}".TrimEnd(),
        ServiceBusException failed => failed.Reason.ToString(),
        AggregateException { InnerExceptions: [var first, ..] } => Kind(first),
        _ => exception.GetType().Name,
    };

    private static bool IsPassing(int status) =>
        status is NoAnswer or RequestTimeout or TooManyRequests or (>= FirstServerError and not (NotImplemented or VersionNotSupported));
}
