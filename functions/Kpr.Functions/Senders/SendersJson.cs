using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Kpr.Core.Register;
using Kpr.Core.Reporting;

namespace Kpr.Functions.Senders;

/// <summary>What senders and operators see of reporting, as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Edition))]
[JsonSerializable(typeof(AnnualPart))]
[JsonSerializable(typeof(SenderOverview))]
[JsonSerializable(typeof(DeliveryPage))]
[JsonSerializable(typeof(IReadOnlyList<Deviation>))]
[JsonSerializable(typeof(IReadOnlyList<MissingReport>))]
[JsonSerializable(typeof(IReadOnlyList<LateSender>))]
[JsonSerializable(typeof(IReadOnlyList<ReminderNote>))]
internal sealed partial class SendersJson : JsonSerializerContext
{
    /// <summary>The form of answers over HTTP: Norwegian letters as they are.</summary>
    public static JsonSerializerOptions Answers => Forms.Answers;

    // A class of its own, so that the generated Default is there before it is used.
    private static class Forms
    {
        public static readonly JsonSerializerOptions Answers =
            new SendersJson(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }).Options;
    }
}
