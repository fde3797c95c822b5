using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>Rules of the service types: the Directorate's questions and answers on IPLOS, and Statistics Norway's definitions.</summary>
public sealed class ServiceTypeCatalogue
{
    private const int Codes = 100;

    private readonly ServiceType[] _known;
    private readonly ServiceType?[] _byCode = new ServiceType?[Codes];

    private ServiceTypeCatalogue(ServiceType[] known)
    {
        _known = known;
        foreach (var type in known)
        {
            if (Place(type.Code) is var place and > 0) _byCode[place] = type;
        }
    }

    /// <summary>All service types, in the order of the table.</summary>
    public IReadOnlyList<ServiceType> All => _known;

    /// <summary>The service type of a code (one or two digits, no leading zero), or null. Does not allocate.</summary>
    public ServiceType? Find(ReadOnlySpan<char> code) => Place(code) is var place and > 0 ? _byCode[place] : null;

    internal static ServiceTypeCatalogue Read(ReferenceSheet sheet, CodeListCatalogue codeLists)
    {
        var (code, group, amount) = (sheet.Column("code"), sheet.Column("group"), sheet.Column("amount_unit"));
        var (organisation, from, to) = (sheet.Column("orgnr_M_O_F"), sheet.Column("valid_from"), sheet.Column("valid_to"));
        var (expired, wave) = (sheet.Column("expired_in_event_format_56"), sheet.Column("first_wave"));
        var (note, oldName) = (sheet.Column("note"), sheet.Column("name_no_outside_9151"));
        var names = codeLists.TryGet("9151", out var list) ? list : null;
        var known = new ServiceType[sheet.Rows];
        for (var row = 0; row < known.Length; row++)
        {
            var (number, period) = (sheet.Required(row, code), sheet.Period(row, from, to));
            if (Place(number) <= 0) sheet.Fault(row, code, "Tjenestetypen skal ha ett eller to siffer, uten null foran.");
            known[row] = new ServiceType(
                number,
                names?.Find(number)?.NorwegianName ?? sheet.Required(row, oldName),
                (ServiceGroup)sheet.Choice(row, group, "home services", "welfare technology", "institution", "housing", "coercion"),
                (ServiceAmount)sheet.Choice(row, amount, "none", "hours_per_week", "days"),
                (OrganisationNumberDemand)sheet.Choice(row, organisation, "", "M", "O", "F"),
                period.From,
                period.To,
                sheet.Choice(row, expired, "", "Y") == 1,
                sheet.Choice(row, wave, "", "Y") == 1,
                sheet.Text(row, note));
        }

        // One row a code: a code whose rules change keeps its meaning, and the rules of all years are judged by it.
        if (sheet.IsChecked) PeriodChecks.OneAtATime(sheet, code, row => known[row].Code, _ => default);
        return new ServiceTypeCatalogue(known);
    }

    private static int Place(ReadOnlySpan<char> code) => code switch
    {
        [>= '1' and <= '9' and var one] => one - '0',
        [>= '1' and <= '9' and var ten, >= '0' and <= '9' and var one] => ((ten - '0') * 10) + one - '0',
        _ => -1,
    };
}
