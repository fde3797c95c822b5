using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Kpr.Local.Invoicing;

/// <summary>The answers of <c>kpr invoice check</c> as JSON, one a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InvoiceAnswer))]
internal sealed partial class InvoiceJson : JsonSerializerContext
{
    /// <summary>One line, Norwegian letters as they are.</summary>
    public static string Line(InvoiceAnswer answer) => JsonSerializer.Serialize(answer, Readable.Lines.InvoiceAnswer);

    // A class of its own, so that the generated Default is there before it is used.
    private static class Readable
    {
        public static readonly InvoiceJson Lines = new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        });
    }
}
