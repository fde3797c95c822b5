using Kpr.Core.Catalogue;
using Kpr.Core.Extracts.Planning;

namespace Kpr.Core.Extracts.Orders;

/// <summary>
/// Holds an order against a grant, and makes a plan of it, or says why there can be none. What is ordered must be in the decision: no dataset, variable, day or finer
/// form beyond it, neither in the columns nor in what chooses rows and persons.
/// </summary>
public static class ExtractReading
{
    private const int MostDatasets = 4;
    private const int MostCriteria = 20;
    private const int MostRecords = 1000;

    /// <summary>Reads an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="grant">What the case allows today.</param>
    /// <param name="reference">The reference data that give codes and groups.</param>
    /// <param name="plan">The plan.</param>
    /// <returns>Why there is none, in Norwegian; null when there is one.</returns>
    public static ExtractFault? Read(ExtractOrder order, ExtractGrant grant, ReferenceData reference, out ExtractPlan? plan)
    {
        plan = null;
        if (order.Case != grant.Case || order.Order != grant.Order)
        {
            return new ExtractFault("Uttrekket gjelder en annen sak eller bestilling enn vedtaket.");
        }

        if (order.Datasets is not { Count: > 0 and <= MostDatasets } || order.Population is null || !Enum.IsDefined(order.Dates))
        {
            return new ExtractFault($"Uttrekket må ha 1–{MostDatasets} datasett, et utvalg av personer, og en kjent behandling av datoer.");
        }

        if (grant.KeyBatch is not null && RefuseLinked(order) is { } unfit)
        {
            return unfit;
        }

        if (order.Datasets.GroupBy(dataset => dataset?.Dataset).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return new ExtractFault($"Datasettet «{twice.Key}» er bestilt to ganger.");
        }

        var datasets = new List<PlannedDataset>();
        foreach (var ordered in order.Datasets)
        {
            if (DatasetReading.Read(ordered, grant, reference, order.Dates, out var dataset) is { } fault)
            {
                return fault;
            }

            datasets.Add(dataset!);
        }

        List<PlannedCriterion>? criteria = null;
        PlannedControls? controls = null;
        var refused = Population(order.Population, grant, reference, out criteria) ?? Controls(order, grant, reference, datasets, out controls);
        if (refused is null)
        {
            plan = new ExtractPlan(datasets, criteria, order.Dates) { ListId = order.Population.ListId, Controls = controls };
        }

        return refused;
    }

    // Whose data are linked is decided when serial numbers are issued, for all sources alike.
    private static ExtractFault? RefuseLinked(ExtractOrder order) =>
        order.Population is not { Criteria: null, ListId: null, Controls: null }
            ? new ExtractFault("Data som skal kobles, gjelder personene i koblingens liste. Bestill uten kriterier, kontroller og egen liste.")
        : order.Dates == DateTreatment.Shifted
            ? new ExtractFault("Datoer kan ikke flyttes i data som skal kobles: de andre kildene kjenner ikke flyttingen.")
        : null;

    private static ExtractFault? Population(ExtractedPopulation population, ExtractGrant grant, ReferenceData reference, out List<PlannedCriterion>? criteria)
    {
        criteria = null;
        if (population.ListId is { } list && (list.Length is 0 or > 100 || population.Criteria is not null))
        {
            return new ExtractFault("Utvalget finnes enten etter kriterier eller etter en liste som er lastet opp.");
        }

        if (population.Criteria is null)
        {
            return null;
        }

        if (population.Criteria.Count is 0 or > MostCriteria)
        {
            return new ExtractFault($"Utvalget må ha 1–{MostCriteria} kriterier.");
        }

        criteria = [];
        foreach (var criterion in population.Criteria)
        {
            if (criterion is null || criterion.AtLeast is < 1 or > MostRecords || criterion.Filters is null)
            {
                return new ExtractFault($"Et kriterium må ha filtre og et antall poster, 1–{MostRecords}.");
            }

            if (GrantedPeriod.Refuse(criterion.Dataset, criterion.From, criterion.To, grant, out var source) is { } fault)
            {
                return fault;
            }

            var filters = new FilterReading(reference, source!, grant, criterion.From, criterion.To);
            if (filters.Read(criterion.Filters, out var read) is { } unknown)
            {
                return unknown;
            }

            criteria.Add(new PlannedCriterion(source!, criterion.From, criterion.To, criterion.AtLeast) { Filters = read });
        }

        return null;
    }

    private static ExtractFault? Controls(ExtractOrder order, ExtractGrant grant, ReferenceData reference, List<PlannedDataset> datasets, out PlannedControls? controls)
    {
        controls = null;
        if (order.Population.Controls is not { } ordered)
        {
            return null;
        }

        if (order.Population is { Criteria: null, ListId: null })
        {
            return new ExtractFault("Kontroller forutsetter et utvalg: alle i datasettet er ikke et utvalg.");
        }

        if (ordered.PerPerson is < 1 or > 10 || ordered.By is not { Count: > 0 } || ordered.By.Distinct(StringComparer.Ordinal).Count() != ordered.By.Count)
        {
            return new ExtractFault("Kontroller må være 1–10 for hver person, og like personen i noe.");
        }

        var period = datasets.FirstOrDefault(dataset => dataset.Source.Name == ordered.Dataset);
        var (from, to) = period is null ? (grant.From, grant.To) : (period.From, period.To);
        if (GrantedPeriod.Refuse(ordered.Dataset, from, to, grant, out var source) is { } fault)
        {
            return fault;
        }

        var forms = new ExtractForms(reference, source!, from, to, DateTreatment.AsOrdered);
        var by = new List<PlannedColumn>();
        foreach (var name in ordered.By)
        {
            if (GrantedVariable.Refuse(source!, name, grant, out var variable) is { } unknown)
            {
                return unknown;
            }

            // What was promised coarser is not looked at finer either.
            if (name is not ("kjonn" or "fodselsaar" or "fodselsar" or "bostedKommuneNr" or "komNrHjem" or "kommune" or "bydel") || forms.Of(variable!, grant.Variables[variable!.Id]) is not { } column)
            {
                return new ExtractFault($"Kontroller kan ikke velges etter «{name}». De kan være like i kjønn, fødselsår og bosted.");
            }

            by.Add(column);
        }

        controls = new PlannedControls(source!, from, to, ordered.PerPerson) { By = by };
        return null;
    }
}
