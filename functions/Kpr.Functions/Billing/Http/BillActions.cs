using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kpr.Functions.Billing.Http;

/// <summary>All that finance does with a bill.</summary>
public static class BillActions
{
    /// <summary>The actions.</summary>
    public static IReadOnlyList<BillAction> All { get; } =
    [
        new("issue", "Locks a bill, gives it the next number and sends it, before its moment has come by itself.", null),
        new("credit", "Takes a bill back whole by a credit note, and bills the same work anew when asked to.", typeof(CreditBody)),
        new("remind", "Reminds the buyer, 14 days after the due date at the earliest.", null),
        new("collect", "Notes that the bill went to collection, when the time given in the reminder is over.", null),
        new("pay", "Notes that money came.", typeof(PaymentBody)),
        new("refund", "Notes that money was paid back for a bill that was credited.", typeof(PaymentBody)),
        new("redate", "Moves the due date of a buyer who got a valid e-invoice only now.", typeof(RedateBody)),
        new("settle", "Notes that another biller was paid its share of a joint bill.", typeof(SettleBody)),
    ];

    /// <summary>How bodies are read: nothing unknown, nothing missing.</summary>
    public static JsonSerializerOptions Received { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The action of a name; null when there is none.</summary>
    public static BillAction? Find(string name) => All.FirstOrDefault(action => action.Name == name);
}
