namespace Kpr.Core.Catalogue;

/// <summary>Rules of the service types: the Directorate's questions and answers on IPLOS, and Statistics Norway's definitions.</summary>
public static class ServiceTypes
{
    /// <summary>The most hours a week one service can have.</summary>
    public const int MaxHoursPerWeek = 168;

    private static readonly ServiceType[] Known = Load();
    private static readonly ServiceType?[] ByCode = Index(Known);

    /// <summary>All service types, in the order of their codes.</summary>
    public static IReadOnlyList<ServiceType> All => Known;

    /// <summary>The service type of a code (one or two digits, no leading zero), or null. Does not allocate.</summary>
    public static ServiceType? Find(ReadOnlySpan<char> code) => code switch
    {
        [>= '1' and <= '9' and var one] => ByCode[one - '0'],
        [>= '1' and <= '9' and var ten, >= '0' and <= '9' and var one] => ByCode[((ten - '0') * 10) + one - '0'],
        _ => null,
    };

    private static ServiceType[] Load()
    {
        var table = ReferenceTable.Embedded("tjenestetype_rules.csv");
        var (code, group, amount) = (table.Column("code"), table.Column("group"), table.Column("amount_unit"));
        var (organisation, from, to) = (table.Column("orgnr_M_O_F"), table.Column("valid_from"), table.Column("valid_to"));
        var (expired, wave) = (table.Column("expired_in_event_format_56"), table.Column("first_wave"));
        var (note, oldName) = (table.Column("note"), table.Column("name_no_outside_9151"));
        var names = CodeLists.Get("9151");
        return
        [
            .. table.Rows.Select(row => new ServiceType(
                row[code],
                names.Find(row[code])?.NorwegianName ?? row[oldName],
                Group(row[group]),
                Amount(row[amount]),
                Demand(row[organisation]),
                ReferenceTable.Date(row[from]),
                ReferenceTable.Date(row[to]),
                row[expired] == "Y",
                row[wave] == "Y",
                row[note])),
        ];
    }

    private static ServiceGroup Group(string cell) => cell switch
    {
        "home services" => ServiceGroup.Home,
        "welfare technology" => ServiceGroup.Technology,
        "institution" => ServiceGroup.Institution,
        "housing" => ServiceGroup.Housing,
        "coercion" => ServiceGroup.Coercion,
        _ => throw new InvalidDataException($"Unknown group of services: {cell}."),
    };

    private static ServiceAmount Amount(string cell) => cell switch
    {
        "none" => ServiceAmount.None,
        "hours_per_week" => ServiceAmount.HoursPerWeek,
        "days" => ServiceAmount.Days,
        _ => throw new InvalidDataException($"Unknown unit of services: {cell}."),
    };

    private static OrganisationNumberDemand Demand(string cell) => cell switch
    {
        "" => OrganisationNumberDemand.NotStated,
        "M" => OrganisationNumberDemand.Mandatory,
        "O" => OrganisationNumberDemand.Optional,
        "F" => OrganisationNumberDemand.Forbidden,
        _ => throw new InvalidDataException($"Unknown demand for organisation numbers: {cell}."),
    };

    private static ServiceType?[] Index(ServiceType[] types)
    {
        var byCode = new ServiceType?[100];
        foreach (var type in types) byCode[int.Parse(type.Code, System.Globalization.CultureInfo.InvariantCulture)] = type;
        return byCode;
    }
}
