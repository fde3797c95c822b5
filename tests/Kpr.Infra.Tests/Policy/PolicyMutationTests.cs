using Kpr.Infra.Tests.Bicep;
using Xunit.Sdk;

namespace Kpr.Infra.Tests.Policy;

/// <summary>The policy tests find what they are for: each of these changes makes the test that is named fail.</summary>
public sealed class PolicyMutationTests
{
    private const string Account = "infra/app/storage-account.bicep";
    private const string App = "infra/app/function-app.bicep";

    private static readonly ResourcePolicyTests Resources = new();
    private static readonly NetworkPolicyTests Networks = new();
    private static readonly RightsPolicyTests Rights = new();
    private static readonly ObservationPolicyTests Observation = new();

    public static TheoryData<string, string, string, string> Changes => new()
    {
        { Account, "allowSharedKeyAccess: false", "allowSharedKeyAccess: true", "storage" },
        { Account, "minimumTlsVersion: 'TLS1_2'", "minimumTlsVersion: 'TLS1_0'", "storage" },
        { Account, "isVersioningEnabled: false", "isVersioningEnabled: true", "erasure" },
        { Account, "param softDeleteDays int = 7", "param softDeleteDays int = 0", "erasure" },
        { Account, "allowProtectedAppendWrites: true", "allowProtectedAppendWrites: false", "audit" },
        { "infra/app/storage.bicep", "immutableContainers: accounts.audit.containers", "immutableContainers: []", "audit" },
        { "infra/app/storage.bicep", "{ prefix: 'work/', days: 30 }", "{ prefix: 'works/', days: 30 }", "lifecycle" },
        { "infra/app/service-bus.bicep", "disableLocalAuth: true", "disableLocalAuth: false", "bus" },
        { App, "httpsOnly: true", "httpsOnly: false", "apps" },
        { App, "properties: { allow: false }", "properties: { allow: true }", "apps" },
        { "infra/app/key-vault.bicep", "enableRbacAuthorization: true", "enableRbacAuthorization: false", "vaults" },
        { "infra/app/key-vault.bicep", "enablePurgeProtection: purgeProtection ? true : null", "enablePurgeProtection: null", "vaults" },
        { "infra/app/monitoring.bicep", "DisableLocalAuth: true", "DisableLocalAuth: false", "telemetry" },
        { "infra/app/event-grid.bicep", "  tags: tags\n", "", "tags" },
        { Account, "scope: account\n  properties: { level", "scope: blobs\n  properties: { level", "locks" },
        { Account, "publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'", "publicNetworkAccess: 'Enabled'", "network" },
        { App, "publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'", "publicNetworkAccess: 'Enabled'", "network" },
        { "infra/app/service-bus.bicep", "groupId: 'namespace'", "groupId: 'servicebus'", "endpoints" },
        { Account, "defaultAction: privateNetwork ? 'Deny' : 'Allow'", "defaultAction: 'Allow'", "rules" },
        { "infra/app/rights.bicep", "scope: told[i]", "scope: host", "roles" },
        { "infra/app/rights.bicep", "var busReceiver = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'", "var busReceiver = '090c5cfd-751d-490a-894a-3ce6f1109419'", "roles" },
        { "infra/app/rights.bicep", "var busReceiver = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'", "var busReceiver = '090c5cfd-751d-490a-894a-3ce6f1109419'", "keys" },
        { "infra/names.json", "\"name\": \"identity\", \"rights\": \"write list\"", "\"name\": \"identity\", \"rights\": \"read write\"", "identity" },
        { "infra/app/senders.bicep", "\\'${feed}/{sender}/*\\'", "\\'${feed}/*\\'", "senders" },
        { "infra/main.bicep", "output KPR_PROFILE string = profile", "output KPR_WEBHOOK_KEY string = webhookKey", "secrets" },
        { "infra/app/event-grid.bicep", "'CloudEventSchemaV1_0'", "'EventGridSchema'", "events" },
        { "infra/app/service-bus.bicep", "  scope: bus\n  properties: {\n    workspaceId", "  scope: busQueues[0]\n  properties: {\n    workspaceId", "diagnostics" },
        { "infra/app/budget.bicep", "budgets@2023-11-01", "budgets@2021-10-01", "versions" },
        { "infra/app/alerts.bicep", "name: 'oldest-file'", "name: 'older-file'", "alerts" },
        { "infra/app/budget.bicep", "threshold: 110", "threshold: 200", "budget" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_for_the_worse_is_found(string path, string old, string changed, string policy)
    {
        Check(policy);
        SourceFiles.Mutate(path, old, changed, () => Assert.ThrowsAny<XunitException>(() => Check(policy)));
    }

    private static void Check(string policy)
    {
        switch (policy)
        {
            case "storage": Resources.Storage_takes_identities_only_over_tls("dev"); break;
            case "erasure": Resources.What_is_erased_is_gone_within_seven_days("dev"); break;
            case "audit": Resources.The_audit_log_alone_cannot_be_changed_and_grows("dev"); break;
            case "lifecycle": Resources.What_lands_is_deleted_in_time_and_the_register_never("dev"); break;
            case "bus": Resources.The_bus_takes_identities_only_over_tls("dev"); break;
            case "apps": Resources.Apps_are_reached_over_https_and_published_by_identity("dev"); break;
            case "vaults": Resources.Vaults_know_roles_only_and_keys_rotate("production"); break;
            case "telemetry": Resources.Telemetry_takes_identities_only_and_hides_addresses("dev"); break;
            case "tags": Resources.Everything_bears_its_tags("dev"); break;
            case "locks": Resources.Production_alone_denies_deleting_what_holds_data(); break;
            case "network": Networks.The_public_network_is_as_the_profile_says("production", true); break;
            case "endpoints": Networks.Every_closed_service_has_an_endpoint_for_each_part_that_is_used(); break;
            case "rules": Networks.Rules_of_closed_services_let_nobody_in(); break;
            case "roles": Rights.Every_role_is_known_and_given_on_the_narrowest_scope("production"); break;
            case "keys": Rights.No_file_asks_for_a_key_or_holds_one(); break;
            case "identity": Rights.The_intake_writes_identity_and_cannot_read_it(); break;
            case "senders": Rights.A_sender_writes_and_reads_under_its_own_number_only(); break;
            case "secrets": Rights.No_setting_and_no_output_is_a_secret("dev"); break;
            case "events": Rights.Event_grid_delivers_by_an_identity_of_its_own_and_keeps_what_it_cannot_deliver(); break;
            case "diagnostics": Observation.Every_resource_tells_the_workspace("production"); break;
            case "versions": Observation.Api_versions_are_of_the_last_two_years_or_older_on_purpose(); break;
            case "alerts": Observation.Somebody_is_woken_for_what_matters(); break;
            case "budget": Observation.The_budget_warns_before_and_after("production", 20000); break;
            default: throw new ArgumentOutOfRangeException(nameof(policy), policy, null);
        }
    }
}
