using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Extracts.Risk;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Core.Statistics.Orders;

namespace Kpr.Core.Tests.Extracts;

/// <summary>Makes an extract of a <see cref="SyntheticRegister"/> as the flow does: unit by unit, runs, merged by table.</summary>
internal sealed class TestExtract
{
    public const int Limit = 20_000;

    public static readonly DateOnly From = new(2022, 1, 1);
    public static readonly DateOnly To = new(2022, 12, 31);

    public required IReadOnlyDictionary<string, string> Files { get; init; }

    public required IReadOnlyList<MergedTable> Tables { get; init; }

    public required IReadOnlyList<RiskFigures> Risks { get; init; }

    public required PersonSet Persons { get; init; }

    public required int Runs { get; init; }

    public static ProjectSecret Secret(byte seed = 1, string project = "2026-0001") => new(project, [.. Enumerable.Range(0, 32).Select(at => (byte)(at * seed))]);

    /// <summary>A grant of everything that is offered, in no coarser form, for 2021 and 2022.</summary>
    public static ExtractGrant Grant(params (string Id, string? Form)[] coarser) => new(
        "2026-0001", "kpr-1", 1, new DateOnly(2021, 1, 1), To,
        VariableCatalogue.All.Where(variable => variable.IsOffered).ToDictionary(variable => variable.Id, variable => coarser.FirstOrDefault(one => one.Id == variable.Id).Form), null, null, ["Forsker En"]);

    public static ExtractOrder Order(params ExtractedDataset[] datasets) => new("2026-0001", "kpr-1", datasets, new ExtractedPopulation());

    public static ExtractedDataset Dataset(string dataset, params string[] variables) =>
        new(dataset, [.. variables.Select(text => text.Split('/')).Select(parts => new OrderedVariable(parts[0], parts.Length > 1 ? parts[1] : null))], From, To);

    /// <summary>All that is offered of a dataset, as it is stored.</summary>
    public static ExtractedDataset Everything(string dataset) =>
        Dataset(dataset, [.. VariableCatalogue.All.Where(variable => variable.IsOffered && variable.Dataset == dataset).Select(variable => variable.Column.Name)]);

    public static ExtractPlan Plan(ExtractOrder order, ExtractGrant? grant = null)
    {
        Assert.Null(ExtractReading.Read(order, grant ?? Grant(), ReferenceData.Default, out var plan)?.Message);
        return plan!;
    }

    public static string Refusal(ExtractOrder order, ExtractGrant? grant = null)
    {
        var fault = ExtractReading.Read(order, grant ?? Grant(), ReferenceData.Default, out var plan);
        Assert.Null(plan);
        Assert.NotNull(fault);
        return fault.Message;
    }

    public static TestExtract Make(
        SyntheticRegister register, ExtractPlan plan, ProjectSecret? secret = null, PersonSet? population = null, PersonIndex? decisions = null, int limit = Limit, ulong? shuffle = null,
        Func<PersonKey, ProjectKey>? nameOf = null)
    {
        using var keys = new ProjectKeys(secret ?? Secret());
        var persons = new DisclosablePersons(decisions ?? PersonIndex.Empty);
        var runs = new Dictionary<string, List<byte[]>>(StringComparer.Ordinal);
        var delivered = new PersonSet();
        foreach (var dataset in plan.Datasets)
        {
            foreach (var unit in register.Units(dataset.Source, shuffle))
            {
                var standing = dataset.Source.NewStanding();
                unit.ForEach(segment => standing?.Learn(segment().Content));
                using var run = new ExtractRun(dataset, plan.Dates, keys, persons, population, limit, nameOf);
                foreach (var packed in unit.SelectMany(segment => run.Add(segment(), standing)).Concat(run.Finish()))
                {
                    (runs.TryGetValue(packed.Table, out var all) ? all : runs[packed.Table] = []).Add(packed.Content.ToArray());
                }

                delivered.Join(run.Persons);
            }
        }

        return Merge(plan, runs, delivered);
    }

    /// <summary>The rows of a table, each as its cells by the names of their columns.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string table)
    {
        var lines = Files[table].TrimEnd('\n').Split('\n');
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    public static string KeyOf(PersonKey person, ProjectSecret? secret = null)
    {
        using var keys = new ProjectKeys(secret ?? Secret());
        return keys.OfPerson(person).ToString();
    }

    private static TestExtract Merge(ExtractPlan plan, Dictionary<string, List<byte[]>> runs, PersonSet delivered)
    {
        var (files, tables, risks) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<MergedTable>(), new List<RiskFigures>());
        foreach (var table in plan.Tables)
        {
            using var file = new MemoryStream();
            var risk = table.Parent is null ? new RiskTally(table) : null;
            tables.Add(ExtractMerge.ToCsv(table, [.. runs.GetValueOrDefault(table.Name, []).Select(run => new MemoryStream(run))], file, risk));
            files[table.Name] = Encoding.UTF8.GetString(file.ToArray());
            Assert.Equal(file.Length, tables[^1].Bytes);
            if (risk is not null)
            {
                risks.Add(risk.Finish());
            }
        }

        return new TestExtract { Files = files, Tables = tables, Risks = risks, Persons = delivered, Runs = runs.Values.Sum(all => all.Count) };
    }
}
