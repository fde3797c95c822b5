using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Local.Linking;
using Kpr.Local.Playing;

namespace Kpr.Local.Demo;

/// <summary>
/// A linkage of three registers as its parties meet it: the applicant's list goes in encrypted, each source gets a key file that only it can open and sends rows under serial numbers that
/// only the linker can read, the linker joins them with its tool and hands them on, and the applicant opens what nobody in between could. Good only if all came, and the key is gone.
/// </summary>
/// <param name="http">The system.</param>
/// <param name="applicant">Who fetches the linked data.</param>
/// <param name="who">The case and its applicant, as people are told of them.</param>
/// <param name="people">Whose data are asked for: identity numbers.</param>
/// <param name="clock">The system's clock.</param>
/// <param name="folder">Where what the parties hold is laid out.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoLinkage(DemoHttp http, Actor applicant, string who, IReadOnlyList<string> people, TimeProvider clock, string folder, CommandOutput output) : ICaseOutcome, IDisposable
{
    private const string Own = "kpr-1";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, KeyedParty> _parties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _opened = new(StringComparer.Ordinal);
    private DemoExtract? _extract;
    private Actor? _handler;
    private string _case = "";
    private string _figures = "";
    private bool _isOwnGood;

    private string Address => $"api/cases/{_case}/linkage";

    private KeyedParty Linker => _parties["linker"];

    /// <inheritdoc/>
    public async Task<PlayStep?> DoAsync(string caseId, PlayStep step, CancellationToken cancellation)
    {
        var order = step.With.ValueKind == System.Text.Json.JsonValueKind.Object && step.With.TryGetProperty("order", out var named) ? named.GetString() : null;
        switch (step.Do)
        {
            case "issue-keys":
                (_case, _handler) = (caseId, step.As);
                return step;
            case "accept-order" when _parties.Count == 0:
                await IssueAsync(cancellation);
                return step;
            case "finish-extraction" when order == Own:
                return await _extract!.DoAsync(caseId, step, cancellation);
            case "send-to-linker" when order == Own:
                // The linker fetches at once: the others may come when this has expired.
                var sent = await _extract!.DoAsync(caseId, step, cancellation);
                _isOwnGood = await _extract.FetchAsync(cancellation);
                return sent;
            case "finish-extraction":
                return step.Telling("rows", await SendAsync(order!, step.As!, cancellation));
            case "finish-linking":
                return step.Telling("rows", await LinkAsync(cancellation)).Telling("text", _figures);
            case "deliver-linkage":
                await HandOverAsync(cancellation);
                return null;
            case "confirm-receipt":
                await FetchAsync(cancellation);
                return step;
            default:
                return step;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> ShowAsync()
    {
        var keys = (await http.SendAsync(HttpMethod.Get, Address, applicant, null, CancellationToken.None))["keys"]!;
        var isOver = (string?)keys["status"] == "ended";
        await output.Out.WriteLineAsync(
            $"{who} fikk koblede data fra {Linker.Actor.Organisation}, kryptert hele veien: hver kilde kjente bare sine egne løpenumre, og koblingsnøkkelen er {(isOver ? "slettet" : "IKKE slettet")}.");
        await output.Out.WriteAsync(_figures);
        if (_opened.Count == 0)
        {
            return false;
        }

        await PackageHead.WriteAsync(_opened, output.Out);
        var isWhole = JsonNode.Parse(_opened[DataPackageJson.FileName])!["resources"]!.AsArray()
            .All(file => (string?)file!["hash"] == $"sha256:{Convert.ToHexStringLower(SHA256.HashData(_opened[(string)file["path"]!]))}");
        await output.Out.WriteLineAsync(
            $"{_opened.Count} filer er åpnet i {Path.GetRelativePath(Directory.GetCurrentDirectory(), Place("applicant"))}. {(isWhole ? "Summene stemmer." : "Summene stemmer ikke.")}");
        return isOver && isWhole && _isOwnGood;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _extract?.Dispose();
        foreach (var party in _parties.Values)
        {
            party.Dispose();
        }
    }

    // Everybody enters a certificate, the applicant sends the list, and the case's handler orders the keys.
    private async Task IssueAsync(CancellationToken cancellation)
    {
        var linkage = await http.SendAsync(HttpMethod.Get, Address, _handler!, null, cancellation);
        await EnterAsync("applicant", applicant, "Eksempeluniversitetet", cancellation);
        await EnterAsync("linker", PlayParties.Read($"linker/{linkage["linker"]}")!, "Koblende enhet", cancellation);
        foreach (var source in linkage["sources"]!.AsArray().Where(source => (string)source!["order"]! != Own))
        {
            await EnterAsync((string)source!["order"]!, PlayParties.Read($"register/{source["register"]}")!, $"Registeret {source["register"]}", cancellation);
        }

        _extract = new DemoExtract(http, Linker.Actor, "", clock, Place("linker", "came", Own), output) { Recipient = Linker };
        using var register = X509CertificateLoader.LoadCertificate(X509Certificate2.CreateFromPem(await RegisterAsync(cancellation)).RawData);
        var list = await KeyedParty.SealAsync(Encoding.ASCII.GetBytes(string.Join('\n', people)), register, cancellation);
        var uploaded = await http.SendAsync(HttpMethod.Put, $"api/cases/{_case}/cohort/utvalg", applicant, new ByteArrayContent(list), cancellation);
        await http.SendAsync(HttpMethod.Put, $"{Address}/keys", _handler!, DemoHttp.Json($$"""{ "list": "{{uploaded["list"]}}" }"""), cancellation);
        var keys = await http.UntilAsync(Address, _handler!, seen => (string?)seen["keys"]?["status"] is "issued" or "refused" or "ended", cancellation);
        if ((string?)keys["keys"]?["status"] != "issued")
        {
            throw new TimeoutException($"Løpenumrene ble ikke utstedt: {keys["keys"]?.ToJsonString()}");
        }
    }

    private async Task EnterAsync(string id, Actor actor, string name, CancellationToken cancellation) =>
        _parties[id] = await KeyedParty.EnterAsync(http, _case, actor, name, clock.GetUtcNow(), cancellation);

    // It is made when somebody first asks.
    private async Task<string> RegisterAsync(CancellationToken cancellation)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return Encoding.ASCII.GetString(await http.BytesAsync("api/cohort-certificate", applicant, cancellation));
            }
            catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.ServiceUnavailable && tries < 300)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    // Another register: finds its persons by its key file, and sends what it knows of them to the linker.
    private async Task<long> SendAsync(string order, Actor staff, CancellationToken cancellation)
    {
        var keys = Encoding.ASCII.GetString(_parties[order].Open(await http.BytesAsync($"{Address}/keys/{order}", staff, cancellation)));
        using var linker = X509CertificateLoader.LoadCertificate(Linker.Certificate.RawData);
        var source = DemoSource.Of(_case, await BatchAsync(cancellation), order, keys);
        foreach (var (name, content) in source.Files)
        {
            var envelope = await KeyedParty.SealAsync(content, linker, cancellation);
            await http.SendAsync(HttpMethod.Put, $"{Address}/from/{order}/{name}{CmsEnvelope.Extension}", staff, new ByteArrayContent(envelope), cancellation);
        }

        return source.Rows;
    }

    private async Task<string> BatchAsync(CancellationToken cancellation) => (string)(await http.SendAsync(HttpMethod.Get, Address, _handler!, null, cancellation))["batch"]!;

    // The linker: fetches what is there for it, opens it, and joins it.
    private async Task<long> LinkAsync(CancellationToken cancellation)
    {
        await LayOutAsync("sheet", ["issued", "linkage.json"], cancellation);
        var seen = await http.SendAsync(HttpMethod.Get, Address, Linker.Actor, null, cancellation);
        foreach (var source in seen["sources"]!.AsArray())
        {
            var order = (string)source!["order"]!;
            await LayOutAsync($"maps/{order}", ["issued", "maps", $"{order}.map{CmsEnvelope.Extension}"], cancellation);
            foreach (var file in source["files"]?.AsArray() ?? [])
            {
                await LayOutAsync($"from/{order}/{file!["name"]}", ["came", order, (string)file["name"]!], cancellation);
            }
        }

        using var told = new StringWriter(CultureInfo.InvariantCulture);
        var linked = Place("linker", "linked");
        if (LinkedFiles.Write(Place("linker", "issued"), Place("linker", "came"), linked, Linker.Certificate, output with { Out = told }) != ExitCode.Good)
        {
            throw new TimeoutException($"Koblingen holdt noe tilbake: {told}");
        }

        _figures = told.ToString();
        return Directory.GetFiles(linked, "*.csv").Sum(file => (long)File.ReadLines(file).Count() - 1);
    }

    private async Task LayOutAsync(string address, string[] name, CancellationToken cancellation)
    {
        var place = Place(["linker", .. name]);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        await File.WriteAllBytesAsync(place, await http.BytesAsync($"{Address}/{address}", Linker.Actor, cancellation), cancellation);
    }

    private async Task HandOverAsync(CancellationToken cancellation)
    {
        using var recipient = X509CertificateLoader.LoadCertificate(_parties["applicant"].Certificate.RawData);
        foreach (var file in Directory.GetFiles(Place("linker", "linked")))
        {
            var envelope = await KeyedParty.SealAsync(await File.ReadAllBytesAsync(file, cancellation), recipient, cancellation);
            await http.SendAsync(HttpMethod.Put, $"{Address}/result/{Path.GetFileName(file)}{CmsEnvelope.Extension}", Linker.Actor, new ByteArrayContent(envelope), cancellation);
        }

        await http.SendAsync(HttpMethod.Post, $"{Address}/release", Linker.Actor, null, cancellation);
    }

    private async Task FetchAsync(CancellationToken cancellation)
    {
        var seen = await http.SendAsync(HttpMethod.Get, Address, applicant, null, cancellation);
        foreach (var name in seen["linked"]!["files"]!.AsArray().Select(file => (string)file!["name"]!))
        {
            var plain = name[..^CmsEnvelope.Extension.Length];
            _opened[plain] = _parties["applicant"].Open(await http.BytesAsync($"{Address}/result/{name}", applicant, cancellation));
            Directory.CreateDirectory(Place("applicant"));
            await File.WriteAllBytesAsync(Place("applicant", plain), _opened[plain], cancellation);
        }
    }

    private string Place(params string[] names) => Path.Combine([folder, .. names]);
}
