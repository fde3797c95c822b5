using System.Globalization;
using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Extracts.Orders;

/// <summary>
/// Reads filters on rows. Values are codes: of tables where tables have the variable, with or without the code's name; of lists any item's, a diagnosis with or without its
/// system (<c>ICPC-2:T90</c>, <c>T90</c>), a star for all that begin so (<c>E11*</c>); years of birth as years or spans (<c>1950-1959</c>).
/// </summary>
/// <param name="reference">The reference data.</param>
/// <param name="source">The dataset.</param>
/// <param name="grant">What the case allows.</param>
/// <param name="from">First day of the period.</param>
/// <param name="to">Last day of the period.</param>
internal sealed class FilterReading(ReferenceData reference, ExtractSource source, ExtractGrant grant, DateOnly from, DateOnly to)
{
    private const int MostFilters = 20;
    private const int MostValues = 5000;

    /// <summary>Reads filters.</summary>
    /// <param name="ordered">What is ordered.</param>
    /// <param name="filters">The filters.</param>
    /// <returns>Why they cannot be read, in Norwegian; null when they can.</returns>
    public ExtractFault? Read(IReadOnlyList<OrderedFilter> ordered, out IReadOnlyList<RowFilter> filters)
    {
        var read = new List<RowFilter>();
        filters = read;
        if (ordered.Count > MostFilters)
        {
            return new ExtractFault($"Det kan være høyst {MostFilters} filtre.");
        }

        foreach (var filter in ordered)
        {
            if (GrantedVariable.Refuse(source, filter?.Variable?.Variable, grant, out var variable) is { } fault)
            {
                return fault;
            }

            if (GrantedVariable.RefuseForm(variable!, filter!.Variable.Form, grant) is { } finer)
            {
                return finer;
            }

            if (variable!.Period.From > to || variable.Period.To < from)
            {
                return new ExtractFault($"«{variable.Column.Name}» er ikke samlet inn i perioden.");
            }

            if (filter.Values is not { Count: > 0 and <= MostValues } || filter.Values.Any(value => string.IsNullOrEmpty(value)))
            {
                return new ExtractFault($"Filteret på «{variable!.Column.Name}» må ha 1–{MostValues} verdier.");
            }

            if (Read(variable!, filter.Variable.Form, filter.Values, read) is { } unknown)
            {
                return unknown;
            }
        }

        return null;
    }

    private ExtractFault? Read(CatalogueVariable variable, string? form, IReadOnlyList<string> values, List<RowFilter> filters)
    {
        var name = variable.Column.Name;
        if (form is null && ListShape.Of(source.Name, name) is { } shape)
        {
            return OfList(variable, shape, values, filters);
        }

        if (form is null && variable.Unit == "year")
        {
            return OfYears(name, values, filters);
        }

        var forms = new ExtractForms(reference, source, from, to, DateTreatment.AsOrdered);
        if (form is null && ExtractForms.IsDate(variable))
        {
            return new ExtractFault($"«{name}» kan ikke filtreres på dag. Bruk perioden, eller filtrer på måned, kvartal eller år.");
        }

        if (forms.TableFormOf(variable, form) is { } table)
        {
            List<TableFilter> read = [];
            var fault = TableOrderReading.Filter(table, [.. values.Select(value => Code(table, value))], read);
            if (fault is null)
            {
                filters.Add(new RowFilter(name, table.Beside, read[0].Holds));
            }

            return fault is null ? null : new ExtractFault(fault.Message);
        }

        if (form is null || forms.MapOf(variable, form) is not var (map, beside))
        {
            return new ExtractFault($"«{name}» kan ikke filtreres{(form is null ? "" : $" som «{form}»")}.");
        }

        var wanted = values.ToHashSet(StringComparer.Ordinal);
        filters.Add(new RowFilter(name, beside, (value, other) => wanted.Contains(map(value, other))));
        var known = form == "group"
            ? reference.ServiceTypes.All.Select(type => map(type.Code, ""))
            : reference.Municipalities.ValidOn(to).Select(place => form == "county" ? place.Number[..2] : place.Number);
        return wanted.Except(known).FirstOrDefault() is { } unknown ? new ExtractFault($"«{name}» har ingen kode «{unknown}».") : null;
    }

    private static string Code(TableVariable table, string value) =>
        table.Codes.Contains(value) ? value : table.Codes.FirstOrDefault(code => code.StartsWith(value + " ", StringComparison.Ordinal)) ?? value;

    private static ExtractFault? OfYears(string name, IReadOnlyList<string> values, List<RowFilter> filters)
    {
        var years = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var parts = value.Split('-');
            if (parts.Length > 2 || !Array.TrueForAll(parts, part => part.Length == 4 && part.All(char.IsAsciiDigit)))
            {
                return new ExtractFault($"«{value}» er ikke et år eller et spenn av år for «{name}».");
            }

            var (first, last) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[^1], CultureInfo.InvariantCulture));
            years.UnionWith(Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(year => year.ToString("D4", CultureInfo.InvariantCulture)));
        }

        filters.Add(new RowFilter(name, null, (value, _) => years.Contains(value)));
        return null;
    }

    private ExtractFault? OfList(CatalogueVariable variable, ListShape shape, IReadOnlyList<string> values, List<RowFilter> filters)
    {
        foreach (var value in values)
        {
            if (!IsKnown(shape, value))
            {
                return new ExtractFault($"«{variable.Column.Name}» har ingen kode «{value}».");
            }
        }

        var (whole, begins) = (values.Where(value => value[^1] != '*').ToHashSet(StringComparer.Ordinal), values.Where(value => value[^1] == '*').Select(value => value[..^1]).ToArray());
        filters.Add(new RowFilter(shape.Variable, null, (list, _) => Any(list)));
        return null;

        bool Any(string list)
        {
            Span<Range> parts = stackalloc Range[shape.Fields.Count];
            var items = new ListCells(Encoding.UTF8.GetBytes(list), shape, parts);
            while (items.Next())
            {
                var code = Uri.UnescapeDataString(Encoding.UTF8.GetString(items[shape.Filtered]));
                var full = shape.FirstMayLack ? $"{Encoding.UTF8.GetString(items[0])}:{code}" : code;
                if (whole.Contains(code) || whole.Contains(full)
                    || Array.Exists(begins, begin => (begin.Contains(':', StringComparison.Ordinal) ? full : code).StartsWith(begin, StringComparison.Ordinal)))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private bool IsKnown(ListShape shape, string value)
    {
        if (shape.Fields[shape.Filtered].CodeList is { } list)
        {
            return reference.CodeLists.Get(list).Contains(value);
        }

        var colon = shape.FirstMayLack ? value.IndexOf(':', StringComparison.Ordinal) : -1;
        var (system, code) = (value[..Math.Max(0, colon)], value[(colon + 1)..]);
        if (shape.Diagnoses < 0)
        {
            return code.Length is > 0 and <= 20 && code.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '*') && code.IndexOf('*') is -1 or > 0;
        }

        return colon >= 0 && system is not ("ICPC-2" or "ICPC-2B" or "ICD-10" or "ICD-DA-3") ? false
            : code is [.., '*'] ? code.Length is > 1 and <= 8 && code[..^1].All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign is '.' or '-')
            : Icpc2Structure.IsCode(code) || Icpc2Structure.IsCode2B(code) || Icd10Pattern.IsCode(code);
    }
}
