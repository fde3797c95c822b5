using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Kpr.Functions.Billing;

/// <summary>Finance's view as JSON: camelCase, amounts in whole øre.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<BillRow>))]
[JsonSerializable(typeof(IReadOnlyList<LedgerRow>))]
[JsonSerializable(typeof(IReadOnlyList<EarnedRow>))]
[JsonSerializable(typeof(IReadOnlyList<CaseCostRow>))]
[JsonSerializable(typeof(BillRow))]
internal sealed partial class BillingJson : JsonSerializerContext
{
    /// <summary>Norwegian letters as they are.</summary>
    public static JsonSerializerOptions Readable => Forms.Readable;

    // A class of its own, so that the generated Default is there before it is used.
    private static class Forms
    {
        public static readonly JsonSerializerOptions Readable = new(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), TypeInfoResolver = Default };
    }
}
