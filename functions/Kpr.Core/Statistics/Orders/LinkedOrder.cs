using Kpr.Core.Catalogue;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Statistics.Orders;

/// <summary>Reads an order with all tables of its request.</summary>
public static class LinkedOrder
{
    /// <summary>Most tables of a request.</summary>
    public const int MostTables = 6;

    /// <summary>Most quotients of a request.</summary>
    public const int MostQuotients = 6;

    /// <summary>Most cells of all tables of a request together, margins included.</summary>
    public const int MostCells = 40_000;

    /// <summary>Reads.</summary>
    /// <param name="order">The order.</param>
    /// <param name="reference">The reference data that give codes and groups.</param>
    /// <param name="tables">The tables, in the order of the request.</param>
    /// <returns>Why there are none, in Norwegian; null when there are.</returns>
    public static TableFault? Read(TableOrder order, ReferenceData reference, out IReadOnlyList<(TableRequest Request, TableLayout Layout)> tables)
    {
        var read = new List<(TableRequest, TableLayout)>();
        tables = read;
        if (order.Also is not { Count: < MostTables } also || order.Quotients is not { Count: <= MostQuotients } quotients)
        {
            return new TableFault($"En bestilling har høyst {MostTables} tabeller og {MostQuotients} forholdstall.");
        }

        if (also.Any(other => other is null or not { Also.Count: 0, Quotients.Count: 0 } || (other.Case is not null && other.Case != order.Case)))
        {
            return new TableFault("Tabellene som hører til, har ikke egne tabeller, forholdstall eller saker.");
        }

        var all = order.Tables;
        foreach (var one in all)
        {
            TablePreview? preview = null;
            var fault = TableOrderReading.Read(one, reference, out var request);
            fault ??= request!.Preview(out preview);
            if (fault is not null)
            {
                return all.Count == 1 ? fault : new TableFault($"{one.Title}: {fault.Message}");
            }

            read.Add((request!, preview!.Layout));
        }

        if (all.Count > 1 && read.Sum(table => table.Item2.CellCount) > MostCells)
        {
            return new TableFault($"Tabellene får over {MostCells} celler til sammen.");
        }

        return quotients.Select(quotient => Fault(quotient, all)).FirstOrDefault(fault => fault is not null);
    }

    private static TableFault? Fault(OrderedQuotient? quotient, IReadOnlyList<TableOrder> tables)
    {
        if (quotient is not { Title.Length: > 0 and <= TableOrderReading.LongestTitle } || !Enum.IsDefined(quotient.Kind)
            || quotient.Of < 0 || quotient.Of >= tables.Count || quotient.Per < 0 || quotient.Per >= tables.Count || quotient.Of == quotient.Per)
        {
            return new TableFault("Et forholdstall har tittel, slag, og to forskjellige tabeller av bestillingen (0 er den første).");
        }

        var (of, per) = (tables[quotient.Of], tables[quotient.Per]);
        var fits = (quotient.Kind, of.Measure, per.Measure) is
            (QuotientKind.Rate, TableMeasure.Persons or TableMeasure.Contacts, TableMeasure.Persons)
            or (QuotientKind.Mean, TableMeasure.Sum or TableMeasure.Contacts, TableMeasure.Persons)
            or (QuotientKind.Mean, TableMeasure.Sum, TableMeasure.Contacts);
        return !fits ? new TableFault($"{quotient.Title}: en rate er personer eller kontakter per 1 000 personer; et gjennomsnitt er en sum eller kontakter per person, eller en sum per kontakt.")
            : of.Dataset != per.Dataset || of.From != per.From || of.To != per.To ? new TableFault($"{quotient.Title}: tabellene må være av samme datasett og periode.")
            : per.Rows.Concat(per.Columns).Except(of.Rows.Concat(of.Columns)).Any() ? new TableFault($"{quotient.Title}: det som deles på, må være etter de samme variablene, eller noen av dem.")
            : null;
    }
}
