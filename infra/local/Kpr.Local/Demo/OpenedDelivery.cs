using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Encryption;

namespace Kpr.Local.Demo;

/// <summary>A delivery in the hands of its recipient: fetched, opened, and held against the manifest that the register signed.</summary>
internal sealed class OpenedDelivery
{
    private readonly Dictionary<string, byte[]> _files;
    private readonly string _folder;

    private OpenedDelivery(Dictionary<string, byte[]> files, string folder, bool isSigned)
    {
        (_files, _folder) = (files, folder);
        IsGood = isSigned && IsWhole(files);
    }

    /// <summary>Whether the register signed the manifest, and all files are what it says.</summary>
    public bool IsGood { get; }

    /// <summary>Fetches and opens a delivery, and lays it out.</summary>
    /// <param name="http">The system.</param>
    /// <param name="recipient">Who fetches it.</param>
    /// <param name="id">Id of the delivery.</param>
    /// <param name="folder">Where it is laid out.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<OpenedDelivery> FetchAsync(DemoHttp http, KeyedParty recipient, string id, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var delivery = (await http.SendAsync(HttpMethod.Get, "api/deliveries", recipient.Actor, null, cancellation)).AsArray().Single(delivery => (string)delivery!["id"]! == id)!;
        var opened = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in delivery["files"]!.AsArray().Select(file => (string)file!["name"]!))
        {
            var content = await http.BytesAsync($"api/deliveries/{id}/files/{name}", recipient.Actor, cancellation);
            var plain = name.EndsWith(CmsEnvelope.Extension, StringComparison.Ordinal) ? name[..^CmsEnvelope.Extension.Length] : name;
            opened[plain] = recipient.Open(content);
            await File.WriteAllBytesAsync(Path.Combine(folder, plain), opened[plain], cancellation);
        }

        using var register = X509CertificateLoader.LoadCertificate(
            X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(await http.BytesAsync("api/cohort-certificate", recipient.Actor, cancellation))).RawData);
        return new OpenedDelivery(opened, folder, ManifestSignature.Verify(opened[DeliveryManifest.FileName], opened[DeliveryManifest.SignatureName], register));
    }

    /// <summary>Writes the head of each table with its codebook, and whether all is as the manifest says.</summary>
    public async Task WriteAsync(TextWriter output)
    {
        await PackageHead.WriteAsync(_files, output);
        await output.WriteLineAsync(
            $"{_files.Count} filer er åpnet i {Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder)}. {(IsGood ? "Signatur og summer stemmer." : "Signatur eller summer stemmer ikke.")}");
    }

    private static bool IsWhole(Dictionary<string, byte[]> opened)
    {
        var files = JsonNode.Parse(opened[DeliveryManifest.FileName])!["files"]!.AsArray();
        return files.Count > 0 && files.All(file => opened.TryGetValue((string)file!["name"]!, out var content) && Convert.ToHexStringLower(SHA256.HashData(content)) == (string)file["sha256"]!);
    }
}
