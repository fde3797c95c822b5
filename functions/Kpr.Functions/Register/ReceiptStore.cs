using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Core.Receipts.ApplicationReceipts;
using Kpr.Core.Receipts.Pages;
using Kpr.Core.Rules;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Register;

/// <summary>
/// The receipts: JSON for machines, text and a page in Norwegian for people, an application receipt (AppRec) where the format
/// has one, all findings beside them. A receipt is written once and never changed.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="rules">Settings of the rules: they tell the environment.</param>
public sealed partial class ReceiptStore(StorageAccounts storage, IOptions<RuleSettings> rules)
{
    private const int Conflict = 409;
    private const int NotFound = 404;

    private const string PageEnd = ".html";
    private const string TextEnd = ".txt";
    private const string ApplicationEnd = ".apprec.xml";

    private static readonly (string End, string Type)[] Parts =
    [
        (".findings.jsonl", "application/jsonl"), (TextEnd, "text/plain; charset=utf-8"), (PageEnd, "text/html; charset=utf-8"),
        (ApplicationEnd, "application/xml"), (".json", "application/json"),
    ];

    private readonly BlobContainerClient _receipts = storage.Landing.GetBlobContainerClient(Containers.Receipts);

    /// <summary>Stores a receipt; the first try's stands.</summary>
    /// <returns>Name of the receipt's blob.</returns>
    public async Task<string> StoreAsync(
        Receipt receipt, IncomingFile.Address address, string delivery, MessageOrigin? origin, JudgedFile judged, CancellationToken cancellationToken)
    {
        var stem = Stem(address, delivery);
        await _receipts.GetBlobClient($"{stem}.findings.jsonl").UploadAsync(judged.Findings, overwrite: true, cancellationToken);
        var stored = await CreateAsync(
            $"{stem}.json", JsonSerializer.SerializeToUtf8Bytes(receipt, ReceiptJson.Indented.Receipt), "application/json", cancellationToken)
            ? receipt
            : Read(await ReadAsync($"{stem}.json", cancellationToken));
        await WriteForPeopleAsync(stem, stored, cancellationToken);
        if (ApplicationReceipt.IsDueFor(stored))
        {
            var id = Guid.ParseExact(IncomingFile.Hash("apprec", stem), "N");
            var application = ApplicationReceipt.Write(stored, origin, id, RegisterAddress.Of(rules.Value.Environment));
            await CreateAsync(stem + ApplicationEnd, application, TypeOf(ApplicationEnd), cancellationToken);
        }

        return $"{stem}.json";
    }

    /// <summary>Answers a file with the receipt of an earlier one, unchanged.</summary>
    /// <returns>Name of the receipt's blob under this file's address.</returns>
    public async Task<string> RepeatAsync(string first, IncomingFile.Address address, string delivery, CancellationToken cancellationToken)
    {
        var from = first[..^".json".Length];
        var to = Stem(address, delivery);
        if (from != to)
        {
            foreach (var (end, type) in Parts)
            {
                if (await TryReadAsync(from + end, cancellationToken) is { } part)
                {
                    await CreateAsync(to + end, part.ToMemory(), type, cancellationToken);
                }
            }
        }

        return $"{to}.json";
    }

    /// <summary>Lets a receipt follow an earlier one about the same file.</summary>
    /// <param name="earlier">Name of the earlier receipt's blob.</param>
    /// <param name="address">Where the file came from.</param>
    /// <param name="name">Name of the receipt: a key, other than the earlier one's.</param>
    /// <param name="change">Makes the receipt of the earlier one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task FollowAsync(string earlier, IncomingFile.Address address, string name, Func<Receipt, Receipt> change, CancellationToken cancellationToken)
    {
        var receipt = change(await GetAsync(earlier, cancellationToken));
        var stem = Stem(address, name);
        await WriteForPeopleAsync(stem, receipt, cancellationToken);
        await CreateAsync($"{stem}.json", JsonSerializer.SerializeToUtf8Bytes(receipt, ReceiptJson.Indented.Receipt), "application/json", cancellationToken);
    }

    /// <summary>Stores a receipt that takes the place of an earlier one; that one stays where it is.</summary>
    /// <param name="address">Its address, from <see cref="Beside"/>.</param>
    /// <param name="receipt">The receipt.</param>
    /// <param name="findings">All findings, one a line.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ReviseAsync(string address, Receipt receipt, Stream findings, CancellationToken cancellationToken)
    {
        var stem = address[..^".json".Length];
        await _receipts.GetBlobClient($"{stem}.findings.jsonl").UploadAsync(findings, overwrite: true, cancellationToken);
        await WriteForPeopleAsync(stem, receipt, cancellationToken);
        await CreateAsync(address, JsonSerializer.SerializeToUtf8Bytes(receipt, ReceiptJson.Indented.Receipt), "application/json", cancellationToken);
    }

    /// <summary>Address of a receipt that takes the place of another.</summary>
    /// <param name="earlier">Address of the earlier one.</param>
    /// <param name="name">Its name: a key, other than the earlier one's.</param>
    public static string Beside(string earlier, string name) => $"{earlier[..earlier.LastIndexOf('/')]}/{name}.json";

    /// <summary>A receipt that is stored.</summary>
    /// <exception cref="RequestFailedException">It is not there (404).</exception>
    public async Task<Receipt> GetAsync(string name, CancellationToken cancellationToken) => Read(await ReadAsync(name, cancellationToken));

    /// <summary>Reads a receipt as it is stored.</summary>
    /// <exception cref="RequestFailedException">It is not there (404).</exception>
    public async Task<BinaryData> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await _receipts.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;

    /// <summary>Reads a part of a receipt by its address as <see cref="StoreAsync"/> gave it, with any of its endings or none.</summary>
    /// <returns>The content and its type; null when there is none.</returns>
    public async Task<(byte[] Content, string Type)?> FindAsync(string address, CancellationToken cancellationToken)
    {
        if (AddressForm().Match(address) is not { Success: true } match)
        {
            return null;
        }

        var end = match.Groups["end"] is { Success: true, Value: var stated } ? stated : Parts[^1].End;
        var stem = match.Groups["stem"].Value;
        return await TryReadAsync(stem + end, cancellationToken) is { } content ? (content.ToArray(), TypeOf(end))
            : end == PageEnd && await TryReadAsync($"{stem}.json", cancellationToken) is { } json ? (Page(Read(json)), TypeOf(PageEnd))
            : null;
    }

    private static string TypeOf(string end) => Parts.First(part => part.End == end).Type;

    private static byte[] Page(Receipt receipt) => Encoding.UTF8.GetBytes(ReceiptPage.Write(receipt));

    private static Receipt Read(BinaryData json) => JsonSerializer.Deserialize(json, ReceiptJson.Indented.Receipt)!;

    private async Task WriteForPeopleAsync(string stem, Receipt receipt, CancellationToken cancellationToken)
    {
        await CreateAsync(stem + TextEnd, Encoding.UTF8.GetBytes(ReceiptText.Write(receipt)), TypeOf(TextEnd), cancellationToken);
        await CreateAsync(stem + PageEnd, Page(receipt), TypeOf(PageEnd), cancellationToken);
    }

    // Receipts of an earlier version of this program lack the parts that are new.
    private async Task<BinaryData?> TryReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(name, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?<stem>[a-z-]+/[0-9]+/[A-Za-z0-9._-]+/[0-9a-f]{32})(?<end>\.findings\.jsonl|\.txt|\.html|\.apprec\.xml|\.json)?\z")]
    private static partial Regex AddressForm();

    // The sender's name for the file, made harmless: it may hold anything, an identity number too. Not even a hash of
    // it may show, since numbers are few enough to try them all; names that look alike now are kept apart by delivery.
    private static string Stem(IncomingFile.Address address, string delivery)
    {
        var shown = FileName.Shown(address.Name);
        var safe = new string([.. shown.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')]).Trim('.');
        return $"{address.Feed.Name}/{address.Sender}/{(safe.Length == 0 ? "_" : safe)}/{delivery}";
    }

    private async Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, string type, CancellationToken cancellationToken)
    {
        try
        {
            await _receipts.GetBlobClient(name).UploadAsync(
                BinaryData.FromBytes(content),
                new BlobUploadOptions
                {
                    Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = type },
                    Metadata = Tracing.IsOn && Tracing.Current is { } context
                        ? new Dictionary<string, string>(StringComparer.Ordinal) { [Tracing.BlobMetadata] = context }
                        : null,
                },
                cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            return false;
        }
    }
}
