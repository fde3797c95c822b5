using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Population;

/// <summary>The table of an extract with controls: who is of the population, and who is a control for whom.</summary>
public static class PopulationRows
{
    private const string Set = "sett_lnr";

    /// <summary>The table.</summary>
    public static ExtractTable Table { get; } = new(
        "utvalg", "Personer i utvalget og kontroller", "Persons of the population and controls",
        [
            ExtractForms.PersonColumn,
            new ExtractColumn("rolle", "string", "Om personen er i utvalget eller er kontroll", "Whether the person is of the population or a control")
            {
                Required = true, Codes = [KeyValuePair.Create("utvalg", "Utvalget"), KeyValuePair.Create("kontroll", "Kontroll")],
            },
            new ExtractColumn(Set, "string", "Nøkkel til en person og hennes kontroller", "Key of a person and her controls") { Required = true },
        ],
        [ExtractForms.PersonColumn.Name]);

    /// <summary>Its rows.</summary>
    /// <param name="keys">The keys of the project.</param>
    /// <param name="members">The population.</param>
    /// <param name="controls">Controls with the persons they are for.</param>
    public static PackedRun Of(ProjectKeys keys, PersonSet members, IEnumerable<KeyValuePair<PersonKey, PersonKey>> controls)
    {
        var rows = new RowPile(Table.Name);
        using var line = new CellWriter();
        Span<byte> of = stackalloc byte[PersonKey.ByteLength];
        foreach (var (person, member) in members.InOrder().Select(person => KeyValuePair.Create(person, person)).Concat(controls))
        {
            var key = keys.OfPerson(person);
            member.WriteBytes(of);
            line.Clear();
            line.Key(key);
            line.Text(person == member ? "utvalg"u8 : "kontroll"u8);
            line.Key(keys.Of(KeyKind.MatchedSet, of));
            rows.Add(new RowOrder(key, 0, 0, 0), line.Row, []);
        }

        return rows.Pack();
    }
}
