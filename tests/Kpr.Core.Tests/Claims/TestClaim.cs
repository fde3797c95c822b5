using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kpr.Core.Tests.Claims;

/// <summary>One claim that can be written in both forms: valid by default, and broken just where a test says.</summary>
internal sealed record TestClaim(int Number)
{
    /// <summary>A synthetic man born 17 March 1942.</summary>
    public const string Man = "17834200368";

    /// <summary>A synthetic woman born 17 March 1942.</summary>
    public const string Woman = "17834200015";

    public string? Guid { get; init; } = Id(Number).ToString();

    public string? Regningsnummer { get; init; } = Number.ToString(CultureInfo.InvariantCulture);

    public string? Tidspunkt { get; init; } = string.Create(CultureInfo.InvariantCulture, $"2026-02-{1 + (Number % 27):00}T10:{Number % 60:00}:00+01:00");

    public string? Belop { get; init; } = "180.50";

    public bool? Betalt { get; init; }

    public bool? Korrigering { get; init; }

    public bool? Kreditering { get; init; }

    public string? Merknad { get; init; }

    public string? Fritak { get; init; }

    public string? Etternavn { get; init; }

    public string? Fornavn { get; init; }

    public string? Kjonn { get; init; }

    public string? Fodselsdato { get; init; }

    public string? Fid { get; init; } = Man;

    public string? FidType { get; init; } = "FNR";

    public IReadOnlyList<(string? System, string? Code)> Diagnoser { get; init; } = [("7170", "L09")];

    public IReadOnlyList<(string? System, string? Code)> Henvist { get; init; } = [];

    public IReadOnlyList<(string? Code, string? Amount, string? Count)> Takster { get; init; } = [("2ad", "180.50", "1")];

    public IReadOnlyList<(string System, string Code)> Prosedyrer { get; init; } = [];

    public string? BehandlerId { get; init; }

    public string? BehandlerType { get; init; }

    /// <summary>XML only.</summary>
    public string? Egenandel { get; init; }

    /// <summary>Further elements at the end of Enkeltregning; XML only.</summary>
    public string? ExtraXml { get; init; }

    /// <summary>Further members of the regning; JSON only.</summary>
    public string? ExtraJson { get; init; }

    public bool HasTreatment => Diagnoser.Count + Henvist.Count + Takster.Count + Prosedyrer.Count > 0
        || Fritak is not null || BehandlerId is not null || Egenandel is not null || Belop is not null;

    public static Guid Id(int number) => new(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 2]);

    public string ToXml()
    {
        var xml = new StringBuilder("<Enkeltregning>\n");
        Element(xml, "Guid", Guid);
        if (Betalt is not null || Korrigering is not null)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<BetaltEgenandel erBetalt=\"{(Betalt == true ? "true" : "false")}\" korrigering=\"{(Korrigering == true ? "true" : "false")}\"/>\n");
        }

        Element(xml, "Kreditering", Kreditering is { } credit ? credit ? "true" : "false" : null);
        Element(xml, "RegningNr", Regningsnummer);
        Element(xml, "DatoTid", Tidspunkt);
        Element(xml, "Merknad", Merknad);
        AppendPatient(xml);
        if (HasTreatment)
        {
            AppendTreatment(xml);
        }

        return xml.Append(ExtraXml).Append("</Enkeltregning>").ToString();
    }

    public string ToJson()
    {
        var members = new List<string>();
        Text(members, "guid", Guid);
        Flag(members, "korrigeringBetaltEgenandel", Korrigering);
        Flag(members, "betaltEgenandel", Betalt);
        Flag(members, "kreditering", Kreditering);
        Text(members, "regningsnummer", Regningsnummer);
        Text(members, "tidspunkt", Tidspunkt);
        Text(members, "merknad", Merknad);
        var patient = new List<string>();
        Text(patient, "etternavn", Etternavn);
        Text(patient, "fornavn", Fornavn);
        Text(patient, "kjonn", Kjonn);
        if (Fid is not null || FidType is not null)
        {
            var identity = new List<string>();
            Text(identity, "id", Fid);
            Text(identity, "type", FidType);
            patient.Add($"\"identifikasjon\": {{ {string.Join(", ", identity)} }}");
        }

        Text(patient, "fodselsdato", Fodselsdato);
        if (patient.Count > 0)
        {
            members.Add($"\"pasient\": {{ {string.Join(",\n  ", patient)} }}");
        }

        Text(members, "arsakFriEgenandel", Fritak);
        members.Add($"\"diagnoser\": [{Codes(Diagnoser)}]");
        if (Henvist.Count > 0)
        {
            members.Add($"\"henvisning\": {{ \"diagnoser\": [{Codes(Henvist)}] }}");
        }

        if (BehandlerId is not null)
        {
            var party = new List<string>();
            Text(party, "id", BehandlerId);
            Text(party, "type", BehandlerType);
            members.Add($"\"utforendeBehandler\": {{ {string.Join(", ", party)} }}");
        }

        members.Add($"\"takster\": [{string.Join(",\n", Takster.Select(Tariff))}]");
        members.Add($"\"prosedyrekoder\": [{string.Join(", ", Prosedyrer.Select(code => $"{{ \"kodeverk\": \"{code.System}\", \"kode\": \"{code.Code}\" }}"))}]");
        if (Belop is not null)
        {
            members.Add($"\"belop\": {Belop}");
        }

        if (ExtraJson is not null)
        {
            members.Add(ExtraJson);
        }

        return $"{{\n{string.Join(",\n", members)}\n}}";
    }

    private static string Codes(IReadOnlyList<(string? System, string? Code)> codes) => string.Join(", ", codes.Select(code =>
    {
        var members = new List<string>();
        Text(members, "kodeverk", Oid(code.System));
        Text(members, "kode", code.Code);
        return $"{{ {string.Join(", ", members)} }}";
    }));

    private static string Tariff((string? Code, string? Amount, string? Count) tariff)
    {
        var members = new List<string>();
        if (tariff.Amount is not null)
        {
            members.Add($"\"belop\": {tariff.Amount}");
        }

        Text(members, "kode", tariff.Code);
        if (tariff.Count is not null)
        {
            members.Add($"\"antall\": {tariff.Count}");
        }

        return $"{{ {string.Join(", ", members)} }}";
    }

    private static string? Oid(string? system) => system is { Length: 4 } ? $"2.16.578.1.12.4.1.1.{system}" : system;

    private static void Text(List<string> members, string name, string? value)
    {
        if (value is not null)
        {
            members.Add($"\"{name}\": {JsonValue.Create(value).ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}");
        }
    }

    private static void Flag(List<string> members, string name, bool? value)
    {
        if (value is { } flag)
        {
            members.Add($"\"{name}\": {(flag ? "true" : "false")}");
        }
    }

    private static void Element(StringBuilder xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<{name}>{SecurityElement.Escape(value)}</{name}>\n");
        }
    }

    private static string Coded(string name, string? value, string? system)
    {
        var v = value is null ? "" : $" V=\"{SecurityElement.Escape(value)}\"";
        var s = system is null ? "" : $" S=\"{system}\"";
        return $"<{name}{v}{s}/>\n";
    }

    private void AppendPatient(StringBuilder xml)
    {
        var patient = new StringBuilder();
        Element(patient, "FamilyName", Etternavn);
        Element(patient, "GivenName", Fornavn);
        Element(patient, "DateOfBirth", Fodselsdato);
        patient.Append(Kjonn is null ? "" : Coded("Sex", Kjonn, null));
        if (Fid is not null || FidType is not null)
        {
            patient.Append("<Ident>");
            Element(patient, "Id", Fid);
            patient.Append(FidType is null ? "" : Coded("TypeId", FidType, "2.16.578.1.12.4.1.1.8116")).Append("</Ident>");
        }

        if (patient.Length > 0)
        {
            xml.Append("<Patient>\n").Append(patient).Append("</Patient>\n");
        }
    }

    private void AppendTreatment(StringBuilder xml)
    {
        xml.Append("<Behandling>\n");
        foreach (var (system, code) in Diagnoser)
        {
            xml.Append(Coded("Diagnose", code, Oid(system)));
        }

        xml.Append(Fritak is null ? "" : Coded("KodeEgenandel", Fritak, null));
        foreach (var (system, code) in Henvist)
        {
            xml.Append(Coded("HenvisningsDiagnose", code, Oid(system)));
        }

        if (BehandlerId is not null)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Behandlerident><Id>{BehandlerId}</Id><TypeId V=\"{BehandlerType}\"/></Behandlerident>\n");
        }

        foreach (var (code, amount, count) in Takster)
        {
            xml.Append("<Takst>");
            xml.Append(amount is null ? "" : $"<Verdi V=\"{amount}\" U=\"NOK\"/>");
            Element(xml, "Kode", code);
            Element(xml, "Antall", count);
            xml.Append("</Takst>\n");
        }

        foreach (var (system, code) in Prosedyrer)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Prosedyrekode><Kodeverk V=\"{system}\"/><Kode>{code}</Kode></Prosedyrekode>\n");
        }

        xml.Append("<SumKrav>");
        xml.Append(Egenandel is null ? "" : $"<EgenandelHonorar V=\"{Egenandel}\" U=\"NOK\"/>");
        xml.Append(Belop is null ? "" : $"<Refusjon V=\"{Belop}\" U=\"NOK\"/>");
        xml.Append("</SumKrav>\n</Behandling>\n");
    }
}
