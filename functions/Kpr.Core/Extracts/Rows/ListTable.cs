using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Rows;

/// <summary>The table that a list becomes.</summary>
internal static class ListTable
{
    /// <summary>Makes it.</summary>
    /// <param name="shape">The list.</param>
    /// <param name="source">The dataset.</param>
    /// <param name="variable">The column of the list.</param>
    /// <param name="form">The form it is ordered in.</param>
    /// <param name="withBeside">Whether the column beside it is ordered too.</param>
    /// <param name="forms">Knows the codes.</param>
    public static ExtractTable Of(ListShape shape, ExtractSource source, CatalogueVariable variable, string? form, bool withBeside, ExtractForms forms)
    {
        var row = ExtractForms.RowColumn(source);
        List<ExtractColumn> columns =
        [
            row, new(ListShape.Number, "integer", "Nummer i listen, 1 er først", "Number in the list, 1 is the first") { Variable = variable.Id, Required = true },
        ];
        foreach (var (at, field) in shape.Fields.Index().Where(field => !field.Item.IsHidden))
        {
            columns.Add(form == "chapter" && at == shape.Diagnoses
                ? new ExtractColumn("kapittel", "string", "Kapittel i ICPC-2; tom for andre kodeverk", "Chapter of ICPC-2; empty for other code systems") { Variable = variable.Id, Form = form }
                : ColumnOf(field, variable, forms));
        }

        if (withBeside && shape.BesideField is { } beside)
        {
            columns.Add(ColumnOf(beside, VariableCatalogue.Find($"{source.Name}.{shape.Beside}")!, forms));
        }

        if (shape.HasMain)
        {
            columns.Add(new ExtractColumn("erHoveddiagnose", "integer", "1 for hoveddiagnosen", "1 for the main diagnosis") { Variable = variable.Id, Required = true });
        }

        var again = shape.Fields.Any(field => field.IsRepeated);
        return new ExtractTable(shape.Table, shape.Norwegian, shape.English, columns, again ? [] : [row.Name, ListShape.Number]) { Parent = KeyValuePair.Create(source.Row, row.Name) };
    }

    private static ExtractColumn ColumnOf(ListField field, CatalogueVariable variable, ExtractForms forms) => new(field.Name, field.Type, field.Norwegian, field.English)
    {
        Variable = variable.Id,
        Unit = field.Unit,
        CodeList = field.CodeList,
        Codes = forms.CodesOf(field.CodeList),
    };
}
