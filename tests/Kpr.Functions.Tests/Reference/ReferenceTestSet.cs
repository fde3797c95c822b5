using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Kpr.Core.Catalogue.Loading;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Tests.Reference;

/// <summary>Invented sets of reference data, put where an operator puts them.</summary>
internal static class ReferenceTestSet
{
    private const string Header =
        "takstkode;fagomraade;valid_from;valid_to;honorar_ore;refusjon_ore;egenandel_ore;max_repeats;forbidden_with;requires_tariff;requires_procedure;requires_diagnosis\n";

    /// <summary>Tariffs of physicians with these codes.</summary>
    public static (string Name, string Text) Tariffs(params string[] codes) => ("takster.csv", Header + string.Concat(codes.Select(code => $"{code};LE;;;;;;;;;;\n")));

    /// <summary>Uploads a set: tables first, manifest last.</summary>
    public static async Task UploadAsync(TestSystem test, string label, string from, params (string Name, string Text)[] tables)
    {
        foreach (var (name, text) in tables)
        {
            await Blob(test, name).UploadAsync(BinaryData.FromString(text), overwrite: true);
        }

        await Blob(test, ReferenceManifest.FileName).UploadAsync(BinaryData.FromBytes(Manifest(label, from, tables)), overwrite: true);
    }

    /// <summary>A blob in the container of reference data.</summary>
    public static BlobClient Blob(TestSystem test, string name) => test.System.Storage.Landing.GetBlobContainerClient(Containers.Reference).GetBlobClient(name);

    private static byte[] Manifest(string label, string from, (string Name, string Text)[] tables) => new ReferenceManifest(
        ReferenceManifest.CurrentFormat, label, DateOnly.ParseExact(from, "yyyy-MM-dd"),
        [.. tables.Select(table => new ReferenceManifest.Entry(table.Name, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(table.Text)))))]).Write();
}
