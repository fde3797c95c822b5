using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Statistics.Orders;

namespace Kpr.Core.Extracts.Orders;

/// <summary>Reads what is ordered of a dataset: its columns, its lists and its filters.</summary>
internal static class DatasetReading
{
    /// <summary>Reads it.</summary>
    /// <param name="ordered">What is ordered.</param>
    /// <param name="grant">What the case allows.</param>
    /// <param name="reference">The reference data.</param>
    /// <param name="dates">What becomes of dates.</param>
    /// <param name="dataset">What can be made.</param>
    /// <returns>Why it cannot be made, in Norwegian; null when it can.</returns>
    public static ExtractFault? Read(ExtractedDataset? ordered, ExtractGrant grant, ReferenceData reference, DateTreatment dates, out PlannedDataset? dataset)
    {
        dataset = null;
        if (ordered?.Variables is not { Count: > 0 } || ordered.Filters is null)
        {
            return new ExtractFault($"Datasettet «{ordered?.Dataset}» må ha variabler.");
        }

        if (GrantedPeriod.Refuse(ordered.Dataset, ordered.From, ordered.To, grant, out var source) is { } fault)
        {
            return fault;
        }

        if (source!.IsAnnual && dates == DateTreatment.Shifted)
        {
            return new ExtractFault($"{source.Name} har rapportens år, som ikke kan stå sammen med flyttede datoer.");
        }

        var forms = new ExtractForms(reference, source, ordered.From, ordered.To, dates);
        var columns = new List<PlannedColumn>();
        var lists = new List<PlannedList>();
        if (source.IsAnnual)
        {
            columns.Add(ExtractForms.ReportYear);
        }

        foreach (var variable in ordered.Variables)
        {
            if (Variable(variable, ordered, source, grant, forms, dates, columns, lists) is { } refused)
            {
                return refused;
            }
        }

        if (ordered.Variables.GroupBy(variable => variable.Variable).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return new ExtractFault($"«{twice.Key}» er bestilt to ganger.");
        }

        if (new FilterReading(reference, source, grant, ordered.From, ordered.To).Read(ordered.Filters, out var filters) is { } unknown)
        {
            return unknown;
        }

        var row = ExtractForms.RowColumn(source);
        var main = new ExtractTable(source.Row, source.Norwegian, source.English, [ExtractForms.PersonColumn, row, .. columns.Select(column => column.Column)], [row.Name]);
        dataset = new PlannedDataset(source, ordered.From, ordered.To, [main, .. lists.Select(list => list.Table)]) { Filters = filters, Columns = columns, Lists = lists };
        return null;
    }

    private static ExtractFault? Variable(
        OrderedVariable? ordered, ExtractedDataset dataset, ExtractSource source, ExtractGrant grant, ExtractForms forms, DateTreatment dates, List<PlannedColumn> columns,
        List<PlannedList> lists)
    {
        if (GrantedVariable.Refuse(source, ordered?.Variable, grant, out var found) is { } fault)
        {
            return fault;
        }

        var variable = found!;
        if (variable.Period.From > dataset.From || variable.Period.To < dataset.To)
        {
            return new ExtractFault($"«{variable.Column.Name}» er ikke samlet inn i hele perioden: {Collected(variable)}.");
        }

        if (GrantedVariable.RefuseForm(variable, ordered!.Form, grant) is { } finer)
        {
            return finer;
        }

        if (dates == DateTreatment.Shifted && ExtractForms.IsDate(variable) && ordered.Form is not null)
        {
            return new ExtractFault($"Datoene skal flyttes: da kan ikke «{variable.Column.Name}» leveres som «{ordered.Form}», som er en sann dato.");
        }

        if (ListShape.OfBeside(source.Name, variable.Column.Name) is { } beside)
        {
            return dataset.Variables.Any(other => other?.Variable == beside.Variable)
                ? null
                : new ExtractFault($"«{variable.Column.Name}» står til «{beside.Variable}», og må bestilles sammen med den.");
        }

        if (ListShape.Of(source.Name, variable.Column.Name) is { } shape)
        {
            var withBeside = shape.Beside is { } name && dataset.Variables.Any(other => other?.Variable == name);
            var table = ListTable.Of(shape, source, variable, ordered.Form, withBeside, forms);

            // Whoever links finds the person of every row in the row itself.
            lists.Add(new PlannedList(shape, grant.KeyBatch is null ? table : table with { Columns = [ExtractForms.PersonColumn, .. table.Columns] }, ordered.Form == "chapter", withBeside));
            return null;
        }

        if (forms.Of(variable, ordered.Form) is not { } column)
        {
            return new ExtractFault($"«{variable.Column.Name}» kan ikke leveres som «{ordered.Form}» i uttrekk.");
        }

        columns.Add(column);
        return null;
    }

    private static string Collected(CatalogueVariable variable) => variable.Period.To is { } to ? $"{variable.Period.From:yyyy-MM-dd} til {to:yyyy-MM-dd}" : $"fra {variable.Period.From:yyyy-MM-dd}";
}
