using System.Reflection;
using System.Text.Json;
using Kpr.Core.Formats;
using Kpr.Functions.Azure;
using Kpr.LocalAzure.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Tests.House;

public sealed class ArchitectureTests
{
    private static readonly Assembly Core = typeof(Feed).Assembly;
    private static readonly Assembly App = typeof(KprServices).Assembly;
    private static readonly Assembly LocalAzure = typeof(LocalFunctionsHost).Assembly;

    [Fact]
    public void Core_knows_no_azure_no_web_and_none_of_the_others() => Assert.DoesNotContain(
        Core.GetReferencedAssemblies(),
        name => name.Name!.StartsWith("Azure", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.Name.StartsWith("Kpr.", StringComparison.Ordinal) || name.Name == "System.Net.Http");

    [Fact]
    public void The_local_edition_knows_nothing_of_kpr() => Assert.DoesNotContain(
        LocalAzure.GetReferencedAssemblies(), name => name.Name!.StartsWith("Kpr.", StringComparison.Ordinal));

    [Fact]
    public void Classes_are_sealed_abstract_or_static() => Assert.Empty(
        Core.GetTypes().Concat(App.GetTypes())
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false, IsNested: false } && type.Namespace?.StartsWith("Kpr", StringComparison.Ordinal) == true)
            .Select(type => type.FullName)
            .Except(["Kpr.Core.Sealing.NonceSource"]));

    [Fact]
    public void Log_events_have_numbers_of_their_own()
    {
        var numbers = App.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>().Select(attribute => attribute.EventId).ToList();

        Assert.NotEmpty(numbers);
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void No_log_event_takes_a_name_or_a_number_of_a_person() => Assert.Empty(
        App.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null)
            .SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.Name is "fid" or "name" or "number" or "identity" or "content" or "blobName")
            .Select(parameter => $"{parameter.Member.Name}: {parameter.Name}"));

    [Fact]
    public void Every_queue_of_the_app_has_a_function_and_one_for_its_dead_letters()
    {
        var heard = App.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<ServiceBusTriggerAttribute>()?.QueueName).OfType<string>().ToList();

        Assert.Equal(
            Queues.All.SelectMany(queue => (string[])[queue.Name, queue.Name + Queues.DeadLetter]).Order(StringComparer.Ordinal),
            heard.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_of_settings_holds_no_secret_and_names_what_the_app_asks_for()
    {
        using var sample = JsonDocument.Parse(RepositoryFolder.Read("local.settings.sample.json"));
        var values = sample.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!, StringComparer.Ordinal);

        Assert.Equal(
            StorageAccounts.Names.Concat(["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage", "ServiceBus", "Kpr__Rules__Environment", "Kpr__Access__LocalKeys", "Kpr__Attachments__Scanner", "Kpr__Notices__MailFolder", "Kpr__Billing__AccessPointFolder", "Kpr__Keys__File", "Kpr__Keys__VaultUri", "Kpr__Keys__VaultKey"]).Order(StringComparer.Ordinal),
            values.Keys.Order(StringComparer.Ordinal));
        Assert.All(values.Values, value => Assert.DoesNotContain("AccountKey=", value, StringComparison.Ordinal));
    }

    // The intake opens what it sealed itself and the list it must ask; all else that is sealed is opened in one place.
    [Fact]
    public void What_is_sealed_is_opened_in_few_places() => Assert.Equal(
        ["IdentityStore.cs", "PersonListStore.cs", "SealedBlobs.cs", "SealedContainer.cs"],
        Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "functions", "Kpr.Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("SealedStream.OpenAsync", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Triggers_are_short()
    {
        var tooLong = Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "functions", "Kpr.Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains($"{Path.DirectorySeparatorChar}Triggers{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadAllLines(file).Length > 70);

        Assert.Empty(tooLong);
    }
}
