using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;
using Azure.Core;

namespace Kpr.LocalAzure.Tables.Wire;

/// <summary>The service's answer to one step of a transaction.</summary>
internal sealed class TransactionPart : Response
{
    private readonly Dictionary<string, string> _headers;

    private TransactionPart(int status, string reason, Dictionary<string, string> headers, string body, string clientRequestId)
    {
        Status = status;
        ReasonPhrase = reason;
        _headers = headers;
        ContentStream = BinaryData.FromString(body).ToStream();
        ClientRequestId = clientRequestId;
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override bool IsError => Status >= 400;

    /// <summary>Finds the answers in a multipart body: each begins with an HTTP status line.</summary>
    public static List<TransactionPart> ReadAll(string body, string clientRequestId)
    {
        var parts = new List<TransactionPart>();
        using var lines = new StringReader(body);
        for (var line = lines.ReadLine(); line is not null; line = lines.ReadLine())
        {
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                parts.Add(Read(line, lines, clientRequestId));
            }
        }

        return parts;
    }

    public override void Dispose()
    {
    }

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = _headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));

    private static TransactionPart Read(string statusLine, StringReader lines, string clientRequestId)
    {
        var status = statusLine.Split(' ', 3);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var line = lines.ReadLine(); !string.IsNullOrEmpty(line); line = lines.ReadLine())
        {
            if (line.Split(':', 2) is [var name, var value])
            {
                headers[name.Trim()] = value.Trim();
            }
        }

        // JSON in one line, or nothing.
        var body = lines.Peek() == '{' ? lines.ReadLine()! : "";
        return new TransactionPart(int.Parse(status[1], CultureInfo.InvariantCulture), status.ElementAtOrDefault(2) ?? "", headers, body, clientRequestId);
    }
}
