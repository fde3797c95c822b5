using System.Collections.Frozen;
using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>The register of senders (rule F07): municipality numbers of municipal feeds, organisation numbers of the others.</summary>
public sealed class SenderCatalogue
{
    private readonly FrozenDictionary<string, Period[]> _senders;

    private SenderCatalogue(IEnumerable<(string Sender, Period Validity)> senders) =>
        _senders = senders.GroupBy(row => row.Sender, row => row.Validity, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Number of senders.</summary>
    public int Count => _senders.Count;

    /// <summary>Whether a sender may send on a day.</summary>
    /// <param name="sender">Municipality number or organisation number.</param>
    /// <param name="on">The day of receipt.</param>
    public bool Contains(string sender, DateOnly on) => _senders.TryGetValue(sender, out var periods) && Array.Exists(periods, period => period.Contains(on));

    internal static SenderCatalogue Read(ReferenceSheet sheet)
    {
        var (sender, from, to) = (sheet.Column("sender"), sheet.Column("valid_from"), sheet.Column("valid_to"));
        var senders = new (string Sender, Period Validity)[sheet.Rows];
        for (var row = 0; row < senders.Length; row++)
        {
            senders[row] = (sheet.Required(row, sender), sheet.Period(row, from, to));
            if (senders[row].Sender is not { Length: 4 or 9 } number || !number.All(char.IsAsciiDigit))
                sheet.Fault(row, sender, "En avsender er et kommunenummer (fire siffer) eller et organisasjonsnummer (ni siffer).");
        }

        PeriodChecks.OneAtATime(sheet, sender, row => senders[row].Sender, row => senders[row].Validity);
        return new SenderCatalogue(senders);
    }
}
