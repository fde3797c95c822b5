using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Sealing;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Notices;
using Kpr.Functions.Applications.Orchestrations;
using Kpr.Functions.Azure;
using Kpr.Functions.Billing;
using Kpr.Functions.Extracts;
using Kpr.Functions.Extracts.Http;
using Kpr.Functions.Ingest;
using Kpr.Functions.Linkages;
using Kpr.Functions.Linkages.Http;
using Kpr.Functions.Operations;
using Kpr.Functions.Persons;
using Kpr.Functions.Preparation;
using Kpr.Functions.Reference;
using Kpr.Functions.Register;
using Kpr.Functions.Register.Memory;
using Kpr.Functions.Rehearsals;
using Kpr.Functions.Senders;
using Kpr.Functions.Statistics;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Kpr.Functions;

/// <summary>What the function app consists of, the same in Azure, on one machine and in tests.</summary>
public static class KprServices
{
    /// <summary>Registers the slices and their options; options are validated when the app starts.</summary>
    public static IServiceCollection AddKpr(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RuleSettings>().Bind(configuration.GetSection("Kpr:Rules")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SourceLimits>().Bind(configuration.GetSection("Kpr:Limits")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<IngestOptions>().Bind(configuration.GetSection("Kpr:Ingest")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RedeliveryOptions>().Bind(configuration.GetSection("Kpr:Redelivery")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DeploymentOptions>().Bind(configuration.GetSection("Kpr")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeploymentOptions>>(new ConnectionSettings(configuration));
        var keys = services.AddOptions<KeyOptions>().Bind(configuration.GetSection("Kpr:Keys"));
        services.AddSingleton<IValidateOptions<KeyOptions>>(new KeyOptionsValidation(configuration));
        if (DeployedApp.Of(configuration) is { UsesKeys: true })
        {
            keys.ValidateOnStart();
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<NonceSource>();
        services.AddSingleton(_ => new StorageAccounts(configuration));
        services.AddSingleton(_ => MessageBus.From(configuration));
        services.AddSingleton(provider => new Lazy<MessageBus>(provider.GetRequiredService<MessageBus>));
        services.AddSingleton(provider => new Lazy<IKeyRingSource>(provider.GetRequiredService<IKeyRingSource>));
        services.AddMetrics();
        services.AddSingleton<OpenFiles>();
        services.AddSingleton<IngestMetrics>();
        services.AddSingleton<CaseMetrics>();
        services.AddSingleton<SenderTrace>();
        services.AddSingleton<IValidateOptions<DeploymentOptions>>(new TelemetrySettingsValidation(configuration));
        OtlpExport.AddTo(services, configuration);
        services.AddSingleton<Readiness>();
        services.AddSingleton<Redelivery>();
        services.AddSingleton<MessageDelivery>();
        services.AddSingleton<KeyRingFile>();
        services.AddSingleton(provider => KeyRingVault.From(
            provider.GetRequiredService<IOptions<KeyOptions>>().Value, provider.GetRequiredService<StorageAccounts>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IKeyRingSource>(provider => provider.GetRequiredService<IOptions<KeyOptions>>().Value.VaultUri is { Length: > 0 }
            ? provider.GetRequiredService<KeyRingVault>()
            : provider.GetRequiredService<KeyRingFile>());

        services.AddSingleton<IngestLedger>();
        services.AddSingleton<WorkArea>();
        services.AddSingleton<SenderRegister>();
        services.AddSingleton<ReferenceStore>();
        services.AddSingleton<LoadReference>();
        services.AddSingleton<ReferenceStatus>();
        services.AddSingleton<FileContexts>();
        services.AddSingleton<DeliveryFolder>();
        services.AddSingleton<FileLease>();
        services.AddSingleton<CutFile>();
        services.AddSingleton<ReceiveFile>();
        services.AddSingleton<ValidateChunk>();
        services.AddSingleton<CompareFile>();
        services.AddSingleton<JudgeFile>();
        services.AddSingleton<CompleteFile>();
        services.AddSingleton<RepeatAnswer>();
        services.AddSingleton<StoreFile>();
        services.AddSingleton<ReportIdentities>();
        services.AddSingleton<ClearUp>();
        services.AddSingleton<PairLedger>();
        services.AddSingleton<MatchShipments>();
        services.AddSingleton<HoldReport>();
        services.AddSingleton<ReviewFile>();
        services.AddSingleton<RemindReports>();
        services.AddSingleton<SweepStuck>();
        services.AddSingleton<ReconcileInbox>();
        services.AddSingleton<ReplayFile>();
        services.AddSingleton<FileStatus>();
        services.AddSingleton<DeadLetters>();

        services.AddSingleton<RegisterStore>();
        services.AddSingleton<MemoryStore>();
        services.AddSingleton<MergeMemory>();
        services.AddSingleton<ForgetRecords>();
        services.AddSingleton<EditionStore>();
        services.AddSingleton<IdentityStore>();
        services.AddSingleton<QuarantineStore>();
        services.AddSingleton<ReceiptStore>();
        services.AddSingleton<DeliveryLog>();
        services.AddSingleton<CalendarSource>();
        services.AddSingleton<SenderView>();
        services.AddSingleton<ReminderLog>();
        services.AddSingleton<LateList>();
        services.AddSingleton<RemindSenders>();
        services.AddSingleton<AuditLog>();
        services.AddApplications(configuration);
        services.AddBilling(configuration);

        services.AddSingleton<PersonListStore>();
        services.AddSingleton<PopulationStore>();
        services.AddSingleton<PersonSearch>();
        services.AddSingleton<ReadRegister>();
        services.AddSingleton<ReadPartitions>();
        services.AddTransient<VerifyRegister>();

        services.AddSingleton<SealedBlobs>();
        services.AddSingleton<ArchivedFiles>();
        services.AddSingleton<RehearseFiles>();
        services.AddSingleton<ApplyRehearsal>();
        services.AddSingleton<ChangeMemory>();
        services.AddSingleton<ChangeStored>();
        services.AddSingleton<KeptRecords>();
        services.AddSingleton<DecideAboutPersons>();
        services.AddSingleton<TellDisclosures>();
        services.AddSingleton<LoadPopulation>();
        services.AddSingleton<ApplyDecisions>();
        services.AddSingleton<IdentitySweep>();
        services.AddSingleton<RegisterSweep>();
        services.AddSingleton<CopySweep>();
        services.AddSingleton<RotateKeys>();
        services.AddNotices(configuration);
        services.AddOrchestrations();
        services.AddStatistics();
        services.AddExtracts();
        services.AddLinkages();
        services.AddExtractHttp(configuration);
        services.AddLinkageHttp();
        services.AddPreparation(configuration);
        return services;
    }
}
