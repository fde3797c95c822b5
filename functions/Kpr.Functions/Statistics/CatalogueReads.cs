using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Register;
using Kpr.Core.Statistics.Orders;
using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Statistics;

/// <summary>The variable catalogue over HTTP, open to everybody.</summary>
/// <param name="clock">The time.</param>
public sealed class CatalogueReads(TimeProvider clock)
{
    private const int UsualPage = 100;
    private const int LargestPage = 500;
    private const int LongestText = 200;

    /// <summary>Searches.</summary>
    public static IActionResult Search(HttpRequest request)
    {
        var (text, dataset, group) = (request.Query["q"].ToString(), request.Query["dataset"].ToString(), request.Query["group"].ToString());
        var (after, take) = (Number(request, "after", 0), Number(request, "take", UsualPage));
        if (text.Length > LongestText || after is null || take is not (> 0 and <= LargestPage))
        {
            return ProblemResult.Of(Problems.BadParameter, "q, after, take");
        }

        var found = VariableCatalogue.Search(text)
            .Where(variable => dataset.Length == 0 || variable.Dataset == dataset)
            .Where(variable => group.Length == 0 || group == variable.Group.ToString()).ToList();
        return new JsonAnswer(new VariablePage(found.Count, [.. found.Skip(after.Value).Take(take.Value).Select(VariableView.Of)]));
    }

    /// <summary>A variable with its codes and the forms that tables have it in.</summary>
    public IActionResult Show(string dataset, string name)
    {
        if (VariableCatalogue.Find($"{dataset}.{name}") is not { IsOffered: true } variable || CountedDataset.Find(dataset) is not { } counted)
        {
            return ProblemResult.Of(Problems.NoVariable);
        }

        var today = NorwegianTime.Today(clock);
        var codes = variable.Column.CodeList is { } number && CodeLists.TryGet(number, out var list) ? list.Entries : null;
        var forms = new TableForms(ReferenceData.Default, counted, new DateOnly(today.Year, 1, 1), today).FormsOf(variable);
        return new JsonAnswer(VariableView.Of(variable) with
        {
            Codes = codes is null ? null : [.. codes.Select(code => new VariableView.Code(code.Code, code.NorwegianName, code.EnglishName, code.Validity.From, code.Validity.To))],
            TableForms = forms.Count == 0 ? null : [.. forms.OfType<string>()],
        });
    }

    /// <summary>The Frictionless table schema of a dataset.</summary>
    public static IActionResult Schema(string dataset) => VariableCatalogue.Datasets.Contains(dataset)
        ? new JsonAnswer(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            VariableCatalogue.SchemaOf(VariableCatalogue.All.Where(variable => variable.Dataset == dataset && variable.IsOffered)), RegisterJson.Indented.TableSchema))
        : ProblemResult.Of(Problems.NoVariable);

    private static int? Number(HttpRequest request, string name, int otherwise) =>
        request.Query[name].ToString() is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
