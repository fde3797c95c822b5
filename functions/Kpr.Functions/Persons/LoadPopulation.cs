using System.Globalization;
using Kpr.Core.Persons;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;

namespace Kpr.Functions.Persons;

/// <summary>Takes the population register from a list of numbers: keys are made of them at once, and nothing of the list is kept.</summary>
public sealed class LoadPopulation(PopulationStore population, IKeyRingSource keys, AuditLog audit, TimeProvider clock)
{
    /// <summary>Loads a list (<see cref="PopulationList"/>), which takes the place of the one before.</summary>
    /// <returns>How many numbers it holds; or the 1-based line that does not hold, and nothing is loaded.</returns>
    public async Task<(int? Numbers, int FaultAt)> RunAsync(Stream list, string actor, CancellationToken cancellationToken)
    {
        using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
        using var text = new StreamReader(list);
        var lines = new List<string>();
        while (await text.ReadLineAsync(cancellationToken) is { } line)
        {
            lines.Add(line);
        }

        var (table, faultAt) = PopulationList.Read(lines, marks);
        if (table is null)
        {
            return (null, faultAt);
        }

        await audit.AppendAsync(
            new AuditEvent(clock.GetUtcNow(), actor, "population-loaded", "population", "", table.Count.ToString(CultureInfo.InvariantCulture)) { Log = AuditEvent.PersonsLog, Once = false },
            cancellationToken);
        await population.WriteAsync(table, cancellationToken);
        return (table.Count, 0);
    }
}
