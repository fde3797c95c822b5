using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kpr.Core.Rules;

namespace Kpr.Core.Receipts;

/// <summary>Receipts and findings as JSON: camelCase, UTF-8, Norwegian letters as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(ReceiptStatus))]
public sealed partial class ReceiptJson : JsonSerializerContext
{
    /// <summary>For one object a line.</summary>
    public static ReceiptJson Lines => Forms.Lines;

    /// <summary>For a file that people open.</summary>
    public static ReceiptJson Indented => Forms.Indented;

    /// <summary>Writes a finding as one line.</summary>
    public static void WriteLine(Stream target, Finding finding)
    {
        JsonSerializer.Serialize(target, finding, Lines.Finding);
        target.WriteByte((byte)'\n');
    }

    // A class of its own, so that the generated Default is there before it is used.
    private static class Forms
    {
        public static readonly ReceiptJson Lines = new(Form(indented: false));
        public static readonly ReceiptJson Indented = new(Form(indented: true));

        private static JsonSerializerOptions Form(bool indented) => new(Default.GeneratedSerializerOptions!)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            WriteIndented = indented,
            NewLine = "\n",
        };
    }
}
