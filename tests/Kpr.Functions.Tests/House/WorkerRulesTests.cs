using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace Kpr.Functions.Tests.House;

/// <summary>The app's functions are such as the genuine worker takes; the rules find those that are not.</summary>
public sealed class WorkerRulesTests
{
    [Fact]
    public void The_apps_functions_are_such_as_the_worker_takes() => Assert.Empty(WorkerRules.Check(typeof(KprServices).Assembly.GetTypes()));

    [Theory]
    [InlineData("AZFW0002 Void: async void")]
    [InlineData("AZFW0005 None: 0 triggers")]
    [InlineData("AZFW0005 Two: 2 triggers")]
    [InlineData("AZFW0012 Retried: a retry policy serves timers only")]
    [InlineData("AZFW0017 same: two functions of one name")]
    [InlineData("AZFW0011 Request: with the integration of ASP.NET Core a request is an HttpRequest, not HttpRequestData")]
    [InlineData("host Stream: a blob trigger is bound to a BlobClient, not to Stream")]
    [InlineData("host Settles: what settles its messages must not have them completed as well")]
    [InlineData("host Case: names that differ by case only: file, File")]
    [InlineData("host Hidden: a function is public and not generic")]
    public void What_the_worker_refuses_is_found(string told) => Assert.Contains(told, WorkerRules.Check([typeof(Refused)]));

    [Fact]
    public void What_it_takes_is_not() => Assert.Empty(WorkerRules.Check([typeof(Taken)]));

    public sealed class Taken
    {
        [Function("Blob")]
        public static Task Blob([BlobTrigger("a/{name}")] BlobClient blob) => Task.CompletedTask;

        [Function("Timer")]
        [FixedDelayRetry(3, "00:00:01")]
        public static Task Timer([TimerTrigger("0 * * * * *")] TimerInfo timer) => Task.CompletedTask;

        [Function("Queue")]
        public static Task Queue([ServiceBusTrigger("q", AutoCompleteMessages = false)] ServiceBusReceivedMessage message, ServiceBusMessageActions actions) => Task.CompletedTask;
    }

    public sealed class Refused
    {
        [Function("Void")]
        public static async void Void([TimerTrigger("0 * * * * *")] TimerInfo timer) => await Task.Yield();

        [Function("None")]
        public static void None()
        {
        }

        [Function("Two")]
        public static void Two([TimerTrigger("0 * * * * *")] TimerInfo timer, [ServiceBusTrigger("q")] string message)
        {
        }

        [Function("Retried")]
        [FixedDelayRetry(3, "00:00:01")]
        public static void Retried([ServiceBusTrigger("q")] string message)
        {
        }

        [Function("same")]
        public static void One([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }

        [Function("Same")]
        public static void Other([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }

        [Function("Request")]
        public static void Request([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequestData request)
        {
        }

        [Function("Stream")]
        public static void Stream([BlobTrigger("a/{name}")] Stream blob)
        {
        }

        [Function("Settles")]
        public static void Settles([ServiceBusTrigger("q")] ServiceBusReceivedMessage message, ServiceBusMessageActions actions)
        {
        }

#pragma warning disable CA1708 // What the host refuses is what the analyzer warns of.
        [Function("Case")]
        public static void Case([HttpTrigger(AuthorizationLevel.Function, "get", Route = "{file}")] HttpRequest request, string file, string File)
        {
        }
#pragma warning restore CA1708

        [Function("Hidden")]
        internal static void Hidden([TimerTrigger("0 * * * * *")] TimerInfo timer)
        {
        }
    }
}
