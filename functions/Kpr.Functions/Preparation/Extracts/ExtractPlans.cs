using System.Text.Json;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Persons;
using Kpr.Functions.Extracts;
using Kpr.Functions.Reference;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>The plans of extracts: kept once, and made anew of order, grant and reference data in every step.</summary>
/// <param name="extracts">The orders.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="reference">The reference data.</param>
public sealed class ExtractPlans(ExtractStore extracts, ExtractWork work, ReferenceStore reference)
{
    /// <summary>Keeps a plan, and the decisions about persons that hold for all its steps.</summary>
    public async Task WriteAsync(string id, KeptPlan plan, PersonList decisions, CancellationToken cancellationToken)
    {
        await work.Blobs.WriteAsync(ExtractNames.Decisions(id), JsonSerializer.SerializeToUtf8Bytes(decisions, PersonListJson.Default.PersonList), cancellationToken);
        await work.Blobs.WriteAsync(ExtractNames.Plan(id), TableJson.Bytes(plan), cancellationToken);
    }

    /// <summary>The plan as it is kept.</summary>
    public async Task<KeptPlan> KeptAsync(string id, CancellationToken cancellationToken) =>
        TableJson.Read<KeptPlan>(await work.Blobs.FindAsync(ExtractNames.Plan(id), cancellationToken) ?? throw new InvalidOperationException($"There is no plan of extract {id}."));

    /// <summary>The plan that follows from what is kept.</summary>
    public async Task<ExtractPlan> PlanAsync(string id, KeptPlan kept, CancellationToken cancellationToken)
    {
        var order = (await extracts.FindOrderAsync(id, cancellationToken))!.Order;
        return ExtractReading.Read(order, kept.Grant, await reference.GetAsync(kept.Reference, cancellationToken), out var plan) is { } fault
            ? throw new InvalidOperationException($"An order that could be planned cannot be planned any more: {fault.Message}")
            : plan!;
    }

    /// <summary>Whose data may leave, by the decisions of the time of the plan.</summary>
    public async Task<DisclosablePersons> PersonsAsync(string id, CancellationToken cancellationToken) =>
        new(new PersonIndex(JsonSerializer.Deserialize((await work.Blobs.FindAsync(ExtractNames.Decisions(id), cancellationToken))!, PersonListJson.Default.PersonList)!));
}
