using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Local.Playing;

namespace Kpr.Local.Demo;

/// <summary>
/// An extract of the register as its parties meet it: ordered by one of the register's staff, released by another, fetched by the applicant, opened with a key that nobody else has,
/// and held against the signed manifest. Good only if all that is so, and nobody of the register can be recognised by a number.
/// </summary>
/// <param name="http">The system.</param>
/// <param name="door">Its cases.</param>
/// <param name="folder">Where the delivery is laid out.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoExtract(DemoHttp http, CaseDoor door, string folder, CommandOutput output)
{
    private const int Head = 5;

    private static readonly Actor Applicant = new(Role.Applicant, "applicant/demo", "demo");
    private static readonly Actor Staff = new(Role.Register, "register/kpr", Register: "kpr");
    private static readonly Actor Colleague = new(Role.Register, "register/kpr/2", Register: "kpr");

    /// <summary>Orders, releases, fetches, opens, and shows.</summary>
    /// <returns>Whether the delivery is what its manifest says.</returns>
    public async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        await output.Out.WriteLineAsync();
        await output.Out.WriteLineAsync("Et uttrekk av registeret (sak U), bestilt av én, kontrollert, frigitt av en annen, hentet og åpnet av mottakeren:");
        var today = Core.Catalogue.NorwegianTime.Today(TimeProvider.System);
        var caseId = await PlayAsync(today, cancellation);
        var id = await OrderAsync(caseId, today, cancellation);
        var extract = await http.UntilAsync($"api/extracts/{id}", Staff, extract => Status(extract) is "prepared" or "refused" or "discarded", cancellation);
        if (Status(extract) != "prepared" || await TakenAsync(caseId, cancellation) is not { } version)
        {
            return await FailAsync(extract);
        }

        await WriteFiguresAsync(extract);
        await GiveAsync(caseId, "check-output", Staff, version, """{ "order": "kpr-1", "passed": true, "text": "Kontrollert." }""", cancellation);
        using var key = RSA.Create(3072);
        using var certificate = new CertificateRequest("CN=Eksempeluniversitetet", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddYears(1));
        await http.SendAsync(HttpMethod.Put, $"api/cases/{caseId}/certificate", Applicant, new StringContent(certificate.ExportCertificatePem()), cancellation);
        await http.SendAsync(HttpMethod.Post, $"api/extracts/{id}/release", Colleague, Json("""{ "reason": "Syntetiske personer: alle er alene i noe." }"""), cancellation);
        extract = await http.UntilAsync($"api/extracts/{id}", Staff, extract => Status(extract) is "delivered" or "refused" or "discarded", cancellation);
        return Status(extract) == "delivered" ? await FetchAsync(id, certificate, cancellation) : await FailAsync(extract);
    }

    private async Task<string> PlayAsync(DateOnly today, CancellationToken cancellation)
    {
        using var resource = new StreamReader(typeof(DemoExtract).Assembly.GetManifestResourceStream("demo/extract-case.yaml")!);
        var text = (await resource.ReadToEndAsync(cancellation)).Replace("{today}", Day(today), StringComparison.Ordinal)
            .Replace("{from}", Day(new DateOnly(today.Year - 5, 1, 1)), StringComparison.Ordinal).Replace("{end}", Day(today.AddYears(2)), StringComparison.Ordinal);
        using var file = new StringReader(text);
        var play = PlayFile.Read(file);
        var id = play.IdOf("U");
        foreach (var step in play.Steps)
        {
            if (await door.GiveAsync(id, step, cancellation) is (_, { } refusal))
            {
                throw new InvalidOperationException($"{step.Do}: {refusal}");
            }
        }

        return id;
    }

    private async Task<string> OrderAsync(string caseId, DateOnly today, CancellationToken cancellation)
    {
        var order = $$"""
            {
              "case": "{{caseId}}", "order": "kpr-1",
              "datasets": [{
                "dataset": "claims", "from": "{{Day(new DateOnly(today.Year - 5, 1, 1))}}", "to": "{{Day(today)}}",
                "variables": [{ "variable": "tidspunkt", "form": "month" }, { "variable": "diagnoser" }, { "variable": "kjonn" }, { "variable": "fodselsaar", "form": "age-10" }]
              }],
              "population": {}
            }
            """;
        return (string)(await http.SendAsync(HttpMethod.Post, "api/extracts", Staff, Json(order), cancellation))["id"]!;
    }

    // The version of the case once it has heard that the extract is made.
    private async Task<long?> TakenAsync(string caseId, CancellationToken cancellation)
    {
        var seen = await http.UntilAsync($"api/cases/{caseId}", Staff, state => (string?)state["orders"]?[0]?["state"] == "quality-check", cancellation);
        return (long?)seen["version"];
    }

    private Task<JsonNode> GiveAsync(string caseId, string command, Actor by, long version, string with, CancellationToken cancellation) =>
        http.SendAsync(HttpMethod.Post, $"api/cases/{caseId}/{command}", by, Json(with), cancellation, string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));

    private async Task<bool> FetchAsync(string id, X509Certificate2 certificate, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var delivery = (await http.SendAsync(HttpMethod.Get, "api/deliveries", Applicant, null, cancellation)).AsArray().Single(delivery => (string)delivery!["id"]! == id)!;
        var opened = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in delivery["files"]!.AsArray().Select(file => (string)file!["name"]!))
        {
            var content = await http.BytesAsync($"api/deliveries/{id}/files/{name}", Applicant, cancellation);
            var plain = name.EndsWith(CmsEnvelope.Extension, StringComparison.Ordinal) ? name[..^CmsEnvelope.Extension.Length] : name;
            opened[plain] = Open(content, certificate);
            await File.WriteAllBytesAsync(Path.Combine(folder, plain), opened[plain], cancellation);
        }

        using var register = X509CertificateLoader.LoadCertificate(
            X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(await http.BytesAsync("api/cohort-certificate", Applicant, cancellation))).RawData);
        var isSigned = ManifestSignature.Verify(opened[DeliveryManifest.FileName], opened[DeliveryManifest.SignatureName], register);
        var isWhole = IsWhole(opened);
        await WriteAsync(opened, isSigned && isWhole);
        return isSigned && isWhole;
    }

    private static byte[] Open(byte[] envelope, X509Certificate2 certificate)
    {
        var cms = new EnvelopedCms();
        cms.Decode(envelope);
        cms.Decrypt(new X509Certificate2Collection(certificate));
        return cms.ContentInfo.Content;
    }

    private static bool IsWhole(Dictionary<string, byte[]> opened)
    {
        var files = JsonNode.Parse(opened[DeliveryManifest.FileName])!["files"]!.AsArray();
        return files.Count > 0 && files.All(file => opened.TryGetValue((string)file!["name"]!, out var content) && Convert.ToHexStringLower(SHA256.HashData(content)) == (string)file["sha256"]!);
    }

    private async Task WriteFiguresAsync(JsonNode extract)
    {
        var state = extract["state"]!;
        await output.Out.WriteLineAsync($"Forberedt: {state["persons"]} personer, {string.Join(", ", state["tables"]!.AsArray().Select(table => $"{table!["rows"]} rader i {table["name"]}"))}.");
        foreach (var risk in extract["risk"]!.AsArray())
        {
            var background = risk!["background"]!;
            await output.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Risiko i {risk["table"]}: minste gruppe (k) er {background["smallestGroup"]}, {(double)background["uniquePersonShare"]! * 100:0.#} % er alene i {string.Join(", ", background["columns"]!.AsArray())}."));
        }
    }

    private async Task WriteAsync(Dictionary<string, byte[]> opened, bool isGood)
    {
        var package = JsonNode.Parse(opened[DataPackageJson.FileName])!;
        foreach (var table in package["resources"]!.AsArray())
        {
            await output.Out.WriteLineAsync($"{table!["path"]}:");
            foreach (var line in Encoding.UTF8.GetString(opened[(string)table["path"]!]).Split('\n').Take(Head + 1))
            {
                await output.Out.WriteLineAsync($"  {line}");
            }

            foreach (var field in table["schema"]!["fields"]!.AsArray())
            {
                await output.Out.WriteLineAsync($"  {field!["name"]} ({field["type"]}): {field["title"] ?? field["description"]}");
            }
        }

        await output.Out.WriteLineAsync($"{opened.Count} filer er åpnet i {Path.GetRelativePath(Directory.GetCurrentDirectory(), folder)}. {(isGood ? "Signatur og summer stemmer." : "Signatur eller summer stemmer ikke.")}");
    }

    private async Task<bool> FailAsync(JsonNode extract)
    {
        await output.Error.WriteLineAsync($"Uttrekket ble ikke levert: {extract["state"]}");
        return false;
    }

    private static string? Status(JsonNode extract) => (string?)extract["state"]?["status"];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
