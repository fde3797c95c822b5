using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Statistics.Orders;

/// <summary>Makes a table request of an order, or says why there can be none.</summary>
public static class TableOrderReading
{
    /// <summary>Most letters of a headline.</summary>
    internal const int LongestTitle = 200;

    private const int LongestPeriod = 30;
    private const int MostFilters = 20;

    /// <summary>Reads an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="reference">The reference data that give codes and groups.</param>
    /// <param name="request">The request.</param>
    /// <returns>Why there is none, in Norwegian; null when there is one.</returns>
    public static TableFault? Read(TableOrder order, ReferenceData reference, out TableRequest? request)
    {
        request = null;
        if (CountedDataset.Find(order.Dataset ?? "") is not { } dataset)
        {
            return new TableFault($"Det finnes ikke noe datasett «{order.Dataset}». Velg blant {string.Join(", ", CountedDataset.All.Select(one => one.Name))}.");
        }

        if (order.Title is not { Length: > 0 and <= LongestTitle } || order.Rows is null || order.Columns is null || order.Filters is not { Count: <= MostFilters } || !Enum.IsDefined(order.Measure))
        {
            return new TableFault($"Tabellen må ha tittel (1–{LongestTitle} tegn), rader, kolonner og hva som telles, og høyst {MostFilters} filtre.");
        }

        if (order.From > order.To || order.To.Year - order.From.Year > LongestPeriod)
        {
            return new TableFault($"Perioden må gå fremover, og være høyst {LongestPeriod} år.");
        }

        var forms = new TableForms(reference, dataset, order.From, order.To);
        var filters = new List<TableFilter> { new(dataset.Time, new HashSet<string>()) { Days = (order.From, order.To) } };
        TableFault? fault = null;
        var rows = order.Rows.Select(Variable).ToList();
        var columns = order.Columns.Select(Variable).ToList();
        foreach (var filter in order.Filters)
        {
            if (Variable(filter.Variable) is { } variable)
            {
                fault ??= Filter(variable, filter.Values ?? [], filters);
            }
        }

        if (order.SumOf is { } sum && (VariableCatalogue.Find($"{dataset.Name}.{sum}") is not { IsOffered: true, Column.Type: "integer", Unit: not null and not "year" }))
        {
            fault ??= new TableFault($"«{sum}» i {dataset.Name} er ikke et tall som kan summeres.");
        }

        if (fault is not null)
        {
            return fault;
        }

        request = new TableRequest(order.Title, [.. rows.OfType<TableVariable>()], [.. columns.OfType<TableVariable>()], order.Measure, order.SumOf, filters)
        {
            PlacedBy = order.Measure == TableMeasure.Persons ? dataset.Time : null,
            Providers = dataset.Providers,
        };
        return request.Preview(out _);

        TableVariable? Variable(OrderedVariable? ordered)
        {
            if (ordered is null || VariableCatalogue.Find($"{dataset.Name}.{ordered.Variable}") is not { IsOffered: true } known)
            {
                fault ??= new TableFault($"Variabelkatalogen har ikke «{ordered?.Variable}» i {dataset.Name}.");
                return null;
            }

            if (known.Period.From > order.To || known.Period.To < order.From)
            {
                fault ??= new TableFault($"«{ordered.Variable}» er ikke samlet inn i perioden.");
                return null;
            }

            var variable = forms.Of(known, ordered.Form);
            fault ??= variable is null ? new TableFault($"Tabeller kan ikke lages etter «{ordered.Variable}»{(ordered.Form is { } form ? $" som «{form}»" : "")}.") : null;
            return variable;
        }
    }

    // Groups stand for their finest codes.
    internal static TableFault? Filter(TableVariable variable, IReadOnlyList<string> values, List<TableFilter> filters)
    {
        if (!TableDimension.TryCreate(variable.Column, [.. variable.Codes, TableVariable.Unknown], variable.Groupings, TableRequest.TotalCode, out var dimension, out var fault))
        {
            return fault;
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var node = dimension.Codes.Take(dimension.Total).ToList().IndexOf(value);
            if (node < 0)
            {
                return new TableFault($"«{variable.Column}» har ingen kode «{value}».");
            }

            codes.UnionWith(dimension.Leaves[node].Select(leaf => dimension.Codes[leaf]));
        }

        filters.Add(new TableFilter(variable.Column, codes) { Variable = variable });
        return codes.Count == 0 ? new TableFault($"Filteret på «{variable.Column}» har ingen verdier.") : null;
    }
}
