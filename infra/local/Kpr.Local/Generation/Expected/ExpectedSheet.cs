using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Local.Generation.Expected;

/// <summary>Writes <c>expected.json</c>, file by file.</summary>
internal sealed class ExpectedSheet : IDisposable
{
    private readonly Utf8JsonWriter _json;
    private readonly string _environment;

    /// <summary>Begins the sheet.</summary>
    public ExpectedSheet(Stream target, KprEnvironment environment)
    {
        _environment = environment == KprEnvironment.Test ? "test" : "production";
        _json = new Utf8JsonWriter(target, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        });
        _json.WriteStartObject();
        _json.WriteStartArray("files");
    }

    /// <summary>Adds a file.</summary>
    public void Add(ExpectedFile file)
    {
        _json.WriteStartObject();
        _json.WriteString("path", file.Path);
        _json.WriteString("feed", file.Feed);
        _json.WriteString("sender", file.Sender);
        _json.WriteString("environment", _environment);
        _json.WriteString("status", file.Status switch
        {
            ReceiptStatus.Accepted => "accepted",
            ReceiptStatus.PartlyAccepted => "partly-accepted",
            ReceiptStatus.Held => "held",
            _ => "rejected",
        });
        var counts = file.Counts;
        _json.WriteStartObject("counts");
        _json.WriteNumber("read", counts.Read);
        _json.WriteNumber("accepted", counts.Accepted);
        _json.WriteNumber("rejected", counts.Rejected);
        _json.WriteNumber("duplicates", counts.Duplicates);
        _json.WriteNumber("warnings", counts.Warnings);
        _json.WriteEndObject();
        WriteFindings([.. file.Findings]);
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <summary>Ends the sheet.</summary>
    public void Dispose()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
    }

    private void WriteFindings(IReadOnlyList<ExpectedFinding> findings)
    {
        _json.WriteStartObject("rules");
        foreach (var rule in findings.GroupBy(finding => finding.Rule).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            _json.WriteNumber(rule.Key, rule.Count());
        }

        _json.WriteEndObject();
        _json.WriteStartArray("faults");
        foreach (var finding in findings)
        {
            _json.WriteStartObject();
            _json.WriteString("rule", finding.Rule);
            if (finding.Ordinal is { } ordinal)
            {
                _json.WriteNumber("ordinal", ordinal);
            }
            else
            {
                _json.WriteNull("ordinal");
            }

            _json.WriteString("recordId", finding.RecordId);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
