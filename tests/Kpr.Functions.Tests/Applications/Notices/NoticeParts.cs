using Azure.Data.Tables;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Notices;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Notices;
using Kpr.Functions.Azure;
using Kpr.LocalAzure.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kpr.Functions.Tests.Applications.Notices;

/// <summary>Cases and their notices on an account of their own, without a host; e-mail goes to a folder.</summary>
internal sealed class NoticeParts : IDisposable
{
    public const string Case = "sak-0000000000000001";
    public const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private readonly ServiceProvider _services;

    private NoticeParts(AzuriteAccount account, FixedClock clock, string folder, (string Name, string Value)[] settings, Action<IServiceCollection>? change)
    {
        Account = account;
        Clock = clock;
        Folder = folder;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            KeyValuePair.Create("Cases", (string?)account.ConnectionString), KeyValuePair.Create("Audit", (string?)account.ConnectionString),
            KeyValuePair.Create("Kpr:Notices:MailFolder", (string?)folder), KeyValuePair.Create("Kpr:Notices:Patience", (string?)"00:00:02"),
            .. settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)),
        ]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new StorageAccounts(configuration));
        services.AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>));
        services.AddApplications(configuration);
        services.AddNotices(configuration);
        change?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public AzuriteAccount Account { get; }

    public FixedClock Clock { get; }

    public string Folder { get; }

    public NoticeStore Store => Get<NoticeStore>();

    public static Task<NoticeParts> StartAsync(params (string Name, string Value)[] settings) => StartAsync(null, settings);

    public static async Task<NoticeParts> StartAsync(Action<IServiceCollection>? change, params (string Name, string Value)[] settings)
    {
        var account = await SharedAzurite.NextAccountAsync();
        await CaseParts.PrepareAsync(account);
        await new TableServiceClient(account.ConnectionString).CreateTableIfNotExistsAsync(NoticeStore.Table);
        return new NoticeParts(account, new FixedClock(), Directory.CreateTempSubdirectory("kpr-mail-").FullName, settings, change);
    }

    /// <summary>Settings of a register that listens.</summary>
    public static (string, string)[] Listens(Uri address, string party = "register/kpr") =>
        [("Kpr:Notices:Parties:0:Party", party), ("Kpr:Notices:Parties:0:Webhook", address.AbsoluteUri), ("Kpr:Notices:Parties:0:Secrets:0", Secret)];

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<int> DispatchAsync() => Get<DispatchNotices>().RunAsync(CancellationToken.None);

    /// <summary>Lets time pass, and sends.</summary>
    public async Task<int> DispatchAfterAsync(TimeSpan pause)
    {
        Clock.Advance(pause);
        return await DispatchAsync();
    }

    /// <summary>Plans a notice as an event of the case would.</summary>
    public Task PlanAsync(long sequence, string template, NoticeRecipient recipient, string? party = null, string? proof = null) => Get<NoticesDelivery>().DeliverAsync(
        new OutboxEntry(Case, sequence, sequence, OutboxKind.Notices) { Notices = [new NoticeRequest($"{Case}/{sequence}/{recipient}/{party ?? "-"}", template, recipient, party, proof)] },
        CancellationToken.None);

    /// <summary>Commands on the case; what they give rise to is planned with them.</summary>
    public async Task DoAsync(Actor by, params CaseCommand[] commands)
    {
        foreach (var command in commands)
        {
            var answer = await Get<ExecuteCommand>().RunAsync(Case, command, by, null, null, CancellationToken.None);
            Assert.True(answer.IsDone, $"{command.GetType().Name}: {answer.Refusal?.English}");
        }
    }

    public async Task<CaseState> StateAsync() => (await Get<CaseStore>().LoadAsync(Case, CancellationToken.None)).State;

    public IReadOnlyList<string> Letters() => [.. Directory.EnumerateFiles(Folder).Select(File.ReadAllText)];

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    public static Actor Owner => Actors.Applicant;
}
