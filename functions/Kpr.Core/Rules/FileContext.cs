using Kpr.Core.Catalogue;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Persons;
using Kpr.Core.Reporting;

namespace Kpr.Core.Rules;

/// <summary>What is known of a file before it is read, and is the same for all its records.</summary>
/// <param name="ReceivedAt">When the file arrived (UTC): "now" for every rule that measures against now.</param>
/// <param name="Settings">The operator's settings.</param>
public sealed record FileContext(DateTimeOffset ReceivedAt, RuleSettings Settings)
{
    /// <summary>Who the file claims to come from: a municipality number or an organisation number; null when not told.</summary>
    public string? Sender { get; init; }

    /// <summary>
    /// The register of senders (organisation or municipality numbers) that lies apart from <see cref="Reference"/>; null when there is none.
    /// </summary>
    public IReadOnlySet<string>? Senders { get; init; }

    /// <summary>What is known of persons outside the file (I16, I17, K31); null when nobody can be asked, and these rules are not judged.</summary>
    public IKnownPersons? Persons { get; init; }

    /// <summary>The reference data that the file is judged by, from beginning to end. Default: those of this program.</summary>
    public ReferenceData Reference { get; init; } = ReferenceData.Default;

    /// <summary>When reports are due (F13). Default: the calendar of this program.</summary>
    public ReportingCalendar Calendar { get; init; } = ReportingCalendar.Default;

    /// <summary>Whether a sender is registered (F07); null when no register of senders is loaded. The one in the reference data goes first.</summary>
    public bool? KnowsSender(string sender) => Reference.Senders?.Contains(sender, ReceivedOn) ?? Senders?.Contains(sender);

    /// <summary>
    /// Whether the register stands behind the judgement. <c>kpr check</c> sees the given files alone, and says nothing of what they
    /// refer to outside themselves. Default: true.
    /// </summary>
    public bool KnowsRegister { get; init; } = true;

    /// <summary>What somebody who looked at the file decided, when it was held (F25).</summary>
    public Review Review { get; init; }

    /// <summary>The rule for first check digits: the relaxed one holds from 2032 on, and by a setting (I11).</summary>
    public CheckDigitRule CheckDigitRule =>
        Settings.AcceptRelaxedCheckDigit && ReceivedOn.Year >= 2032 ? CheckDigitRule.From2032 : CheckDigitRule.Current;

    /// <summary>The day on which rules and code lists are chosen.</summary>
    public DateOnly ReceivedOn => DateOnly.FromDateTime(ReceivedAt.UtcDateTime);
}
