using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kpr.Core.Catalogue;
using Kpr.Core.Identity;

namespace Kpr.Local.Generation.Claims;

/// <summary>Writes claims in the JSON form.</summary>
internal sealed class ClaimsJson(Stream target) : IClaimWriter
{
    private readonly Utf8JsonWriter _json = new(target, new JsonWriterOptions
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    /// <inheritdoc/>
    public void Begin(ClaimMessageDraft message)
    {
        _json.WriteStartObject();
        _json.WriteString("praksisId", message.Practice.PracticeId);
        _json.WriteStartObject(message.Root == "MsgHead" ? "behandlerkrav" : message.Root);
        _json.WriteString("navnEPJ", "Øvejournal");
        Text(message.StrangeName, "Prøve");
        _json.WriteStartArray("regninger");
    }

    /// <inheritdoc/>
    public void Write(ClaimDraft claim)
    {
        _json.WriteStartObject();
        Text("guid", claim.Guid);
        Text("regningsnummer", claim.Number);
        Text("tidspunkt", claim.StrangeTime ?? NorwegianTime.FromLocal(claim.Time).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        if (claim.Paid is { } paid)
        {
            _json.WriteBoolean("betaltEgenandel", paid);
        }

        if (claim.IsCredit)
        {
            _json.WriteBoolean("kreditering", true);
        }

        Text("merknad", claim.Remark);
        Text(claim.StrangeName, "Prøve");
        Text("arsakFriEgenandel", claim.Exemption);
        if (claim.HasPerson)
        {
            WritePatient(claim);
        }

        WriteTreatment(claim);
        _json.WritePropertyName("belop");
        _json.WriteRawValue(Kroner.Text(claim.Refund ?? 0));
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void End(ClaimMessageDraft message)
    {
        _json.WriteEndArray();
        _json.WriteNumber("antallRegninger", message.Claims + message.CountError);
        _json.WritePropertyName("belop");
        _json.WriteRawValue(Kroner.Text(message.Refund + message.SumError));
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Cut() => _json.Flush();

    /// <inheritdoc/>
    public void Close()
    {
        _json.Flush();
        target.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WritePatient(ClaimDraft claim)
    {
        _json.WriteStartObject("pasient");
        _json.WriteString("etternavn", claim.Person.FamilyName);
        _json.WriteString("fornavn", claim.Person.GivenName);
        Text("kjonn", claim.StatedSex);
        Text("fodselsdato", claim.StatedBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (claim.Identity.Type != IdentityType.None)
        {
            Party("identifikasjon", claim.Identity.Number, claim.Identity.StrangeType ?? claim.Identity.Type.Letters());
        }

        _json.WriteEndObject();
    }

    private void WriteTreatment(ClaimDraft claim)
    {
        _json.WriteStartArray("diagnoser");
        foreach (var (system, code) in claim.Diagnoses)
        {
            _json.WriteStartObject();
            _json.WriteString("kodeverk", system);
            _json.WriteString("kode", code);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        if (claim.ReferringOrganisation is { } organisation)
        {
            _json.WriteStartObject("henvisning");
            Party("henvistFra", organisation, "ENH");
            _json.WriteEndObject();
        }

        _json.WriteStartObject("utforendeBehandler");
        Party("identifikasjon", claim.Practitioner, "HPR");
        _json.WriteString("type", claim.Practice.Service.Profession);
        _json.WriteEndObject();
        _json.WriteStartArray("takster");
        foreach (var tariff in claim.Tariffs)
        {
            _json.WriteStartObject();
            _json.WriteString("kode", tariff.Code);
            _json.WritePropertyName("belop");
            _json.WriteRawValue(Kroner.Text(tariff.Ore));
            if (tariff.Count is { } count)
            {
                _json.WriteNumber("antall", count);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Party(string name, string? id, string type)
    {
        _json.WriteStartObject(name);
        Text("id", id);
        _json.WriteString("type", type);
        _json.WriteEndObject();
    }

    private void Text(string? name, string? value)
    {
        if (name is not null && value is not null)
        {
            _json.WriteString(name, value);
        }
    }
}
