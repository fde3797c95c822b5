using Kpr.Core.Rules;

namespace Kpr.Local.Generation.Claims;

/// <summary>What stands around the claims of a message, before it is written.</summary>
internal sealed class ClaimMessageDraft
{
    /// <summary>Communication address (HER-id) of the register in production.</summary>
    public const string ProductionAddress = "122612";

    /// <summary>Communication address of the register's test environment.</summary>
    public const string TestAddress = "8133973";

    /// <summary>The practice that sends it.</summary>
    public required Practice Practice { get; init; }

    /// <summary>Name of the message's element; JSON: of the member that holds the claims.</summary>
    public string Root { get; set; } = "MsgHead";

    /// <summary>Message type (list 8279).</summary>
    public required string Type { get; set; }

    /// <summary>The message's own id.</summary>
    public required string MessageId { get; set; }

    /// <summary>When the message was made, Norwegian local time.</summary>
    public required DateTime GeneratedAt { get; init; }

    /// <summary>Organisation number of the sender as stated.</summary>
    public required string Sender { get; set; }

    /// <summary>Communication address of the receiver.</summary>
    public required string Receiver { get; set; }

    /// <summary>An element or member beside the claims that the format does not have; null for none.</summary>
    public string? StrangeName { get; set; }

    /// <summary>What is added to the number of claims stated.</summary>
    public int CountError { get; set; }

    /// <summary>What is added to the sum stated, in øre.</summary>
    public int SumError { get; set; }

    /// <summary>Claims written.</summary>
    public int Claims { get; set; }

    /// <summary>Sum of their refunds, in øre.</summary>
    public long Refund { get; set; }

    /// <summary>What the register must find in the message as a whole.</summary>
    public List<(string Rule, Severity Severity)> Expected { get; } = [];
}
