using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Revocations;

namespace Kpr.Core.Cases;

/// <summary>
/// A case as its events have made it. Immutable; made by folding. It may be kept as a snapshot (<see cref="CaseJson"/>) with its version beside it.
/// </summary>
public sealed record CaseState
{
    /// <summary>Id of the case.</summary>
    public required string Id { get; init; }

    /// <summary>How many events it was folded from.</summary>
    public long Version { get; init; }

    /// <summary>Where it stands.</summary>
    public Phase Phase { get; init; }

    /// <summary>The phase it stood in before it ended, for an appeal that opens it again.</summary>
    public Phase EndedFrom { get; init; }

    /// <summary>What is applied for.</summary>
    public ApplicationKind Kind { get; init; }

    /// <summary>Whose deadlines it follows.</summary>
    public ClockProfile Profile { get; init; }

    /// <summary>Subject of the applicant.</summary>
    public string? Owner { get; init; }

    /// <summary>The decision that this case asks to change; null for a new application.</summary>
    public CaseLink? Parent { get; init; }

    /// <summary>Those the owner let in.</summary>
    public IReadOnlyList<CaseEditor> Editors { get; init; } = [];

    /// <summary>What the application says now.</summary>
    public ApplicationContent Content { get; init; } = ApplicationContent.Empty;

    /// <summary>The versions that were sent in.</summary>
    public IReadOnlyList<SubmittedVersion> Versions { get; init; } = [];

    /// <summary>The attachments.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Who in Helsedataservice has it.</summary>
    public Staff Staff { get; init; } = Staff.Nobody;

    /// <summary>The body that the case was sent to, and by which rule.</summary>
    public Routing? RoutedTo { get; init; }

    /// <summary>All deficiencies of all rounds.</summary>
    public IReadOnlyList<Deficiency> Deficiencies { get; init; } = [];

    /// <summary>The round of questions that the applicant has open, or had last.</summary>
    public DeficiencyRound? Round { get; init; }

    /// <summary>The day on which the application was found complete, or became so; null while it is not.</summary>
    public DateOnly? CompleteOn { get; init; }

    /// <summary>What others must answer.</summary>
    public IReadOnlyList<Prerequisite> Prerequisites { get; init; } = [];

    /// <summary>Estimates of the billers.</summary>
    public IReadOnlyList<Estimate> Estimates { get; init; } = [];

    /// <summary>What the handler found at the gates.</summary>
    public IReadOnlyList<GateAssessment> Assessments { get; init; } = [];

    /// <summary>Whether statistics instead of person-level data were offered and not answered.</summary>
    public bool StatisticsOffered { get; init; }

    /// <summary>The handler's recommendation.</summary>
    public Recommendation? Recommendation { get; init; }

    /// <summary>All versions of the decision.</summary>
    public IReadOnlyList<CaseDecision> Decisions { get; init; } = [];

    /// <summary>Minutes of case handling that Helsedataservice may bill.</summary>
    public int HandlingMinutes { get; init; }

    /// <summary>The registers' orders.</summary>
    public IReadOnlyList<SourceOrder> Orders { get; init; } = [];

    /// <summary>The linkage; null where nothing is linked.</summary>
    public Linkage? Linkage { get; init; }

    /// <summary>The right to use the data.</summary>
    public Permit? Permit { get; init; }

    /// <summary>The appeal; the last one when there were several.</summary>
    public Appeal? Appeal { get; init; }

    /// <summary>Why the decision has no effect for now; null when it has.</summary>
    public string? Suspended { get; init; }

    /// <summary>The revocation under way, or the last one.</summary>
    public Revocation? Revocation { get; init; }

    /// <summary>Cases that ask to change this one's decision.</summary>
    public IReadOnlyList<CaseLink> Changes { get; init; } = [];

    /// <summary>What the billers may bill.</summary>
    public IReadOnlyList<BillingBasis> Billing { get; init; } = [];

    /// <summary>Notices known to have reached the applicant.</summary>
    public IReadOnlyList<ReachedNotice> Reached { get; init; } = [];

    /// <summary>All clocks.</summary>
    public IReadOnlyList<Clock> Clocks { get; init; } = [];

    /// <summary>The decision that counts; null when there is none.</summary>
    public CaseDecision? Decision => Decisions.Count == 0 ? null : Decisions[^1];

    /// <summary>The day on which the first version was received.</summary>
    public DateOnly? ReceivedOn => Versions.Count == 0 ? null : Versions[0].On;

    /// <summary>Whether several sources are linked, among themselves or with other data.</summary>
    public bool IsLinked => Content.Linkage is { Linked: true };

    /// <summary>A case that does not exist yet.</summary>
    /// <param name="id">The id it will have.</param>
    public static CaseState New(string id) => new() { Id = id };

    /// <summary>Folds a stream.</summary>
    /// <param name="id">Id of the case.</param>
    /// <param name="events">Its events in order.</param>
    public static CaseState Fold(string id, IEnumerable<Recorded<CaseEvent>> events) => New(id).After(events);

    /// <summary>The case after more events.</summary>
    /// <exception cref="InvalidOperationException">An event is missing or doubled.</exception>
    public CaseState After(IEnumerable<Recorded<CaseEvent>> events)
    {
        var (state, sequence) = (this, Version);
        foreach (var recorded in events)
        {
            if (recorded.Sequence != ++sequence)
            {
                throw new InvalidOperationException($"Case {Id}: event {recorded.Sequence} stands where {sequence} should.");
            }

            state = recorded.Event.Apply(state, recorded.Head);
        }

        return state with { Version = sequence };
    }

    /// <summary>The clock of a kind; null when the case never had it.</summary>
    public Clock? FindClock(ClockKind kind, string? subject = null)
    {
        foreach (var clock in Clocks)
        {
            if (clock.Kind == kind && clock.Subject == subject)
            {
                return clock;
            }
        }

        return null;
    }

    /// <summary>The order with an id; null when there is none.</summary>
    public SourceOrder? FindOrder(string id) => Orders.FirstOrDefault(order => order.Id == id);

    /// <summary>Whether a register is asked for data, or has an order.</summary>
    public bool HasSource(string? register) => register is not null
        && ((Content.Sources?.Sources.Any(source => source.Register == register) ?? false) || Orders.Any(order => order.Register == register));

    /// <summary>The day on which a notice reached the applicant; null when that is not known.</summary>
    public DateOnly? ReachedOn(string notice) => Reached.FirstOrDefault(reached => reached.Notice == notice)?.On;

    internal CaseState WithClock(ClockKind kind, string? subject, ClockRow row, bool begins = false)
    {
        for (var i = 0; i < Clocks.Count; i++)
        {
            if (Clocks[i].Kind == kind && Clocks[i].Subject == subject)
            {
                var clocks = new Clock[Clocks.Count];
                for (var j = 0; j < clocks.Length; j++)
                {
                    clocks[j] = j == i ? Clocks[j].Add(row) : Clocks[j];
                }

                return this with { Clocks = clocks };
            }
        }

        return begins ? this with { Clocks = Clocks.Plus(new Clock(kind, subject, [row])) } : this;
    }

    internal CaseState In(Phase phase) => phase.IsTerminal() ? this with { Phase = phase, EndedFrom = Phase } : this with { Phase = phase };
}
