namespace Kpr.Core.Formats.Claims;

/// <summary>A message of claims: a MsgHead with its BehandlerKrav, or a JSON message of a practice.</summary>
public sealed class ClaimEnvelope : MessageEnvelope
{
    private readonly List<string> _recipients = [];

    /// <summary>Whether the message came as JSON.</summary>
    public bool IsJson { get; init; }

    /// <summary>Message type (MsgInfo/Type, list 8279); XML only.</summary>
    public string? MessageType { get; set; }

    /// <summary>The service of the message type; unknown in JSON.</summary>
    public ClaimService Service { get; set; }

    /// <summary>When the message was made (GenDate), Norwegian local time; XML only.</summary>
    public DateTime? GeneratedAt { get; set; }

    /// <summary>The sender's organisation number (ENH); XML only.</summary>
    public string? SenderOrganisation { get; set; }

    /// <summary>The sender's communication address (HER-id); XML only.</summary>
    public string? SenderHerId { get; set; }

    /// <summary>Id of the practice (praksisId); JSON only.</summary>
    public string? PraksisId { get; set; }

    /// <summary>Name of the journal system.</summary>
    public string? NavnEpj { get; set; }

    /// <summary>Version of the journal system; XML only.</summary>
    public string? VersjonEpj { get; set; }

    /// <summary>Number of BehandlerKrav in the MsgHead; one is right.</summary>
    public int ClaimSets { get; set; }

    /// <summary>Number of claims as stated; null when missing or malformed.</summary>
    public long? StatedClaims { get; set; }

    /// <summary>Sum of the refunds as stated, in øre; null when missing or malformed.</summary>
    public long? StatedRefundOre { get; set; }

    /// <summary>
    /// Line of a stated sum with more than two decimals. It is a fault only when every refund could be read: else it is
    /// a claim that has the decimals, and that claim alone is rejected.
    /// </summary>
    public long? UnreadableSumLine { get; set; }

    /// <summary>Sum of the refunds read, in øre.</summary>
    public Int128 RefundOre { get; private set; }

    /// <summary>Whether every refund could be read; otherwise the sum is not judged.</summary>
    public bool RefundsKnown { get; private set; } = true;

    /// <summary>Who the claims come from, as K04 counts them: the practice, else the sending organisation.</summary>
    public string Provider => PraksisId ?? SenderOrganisation ?? SenderHerId ?? "";

    /// <inheritdoc/>
    public override string? StatedSender => SenderOrganisation;

    /// <inheritdoc/>
    public override MessageOrigin? Origin => IsJson ? null : MessageOrigin.Of(MessageType, GeneratedAt, SenderOrganisation, SenderHerId);

    /// <inheritdoc/>
    public override string SenderField => IsJson ? "praksisId" : "Sender";

    /// <inheritdoc/>
    public override string? UnknownSenderCode => IsJson ? "UKJENT_PRAKSISID" : null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> RecipientHerIds => _recipients;

    /// <inheritdoc/>
    public override (string Field, string Message)? TypeFault => IsJson ? null
        : Service == ClaimService.Unknown ? ("Type", MessageType is null
            ? "Meldingstypen mangler i MsgInfo (T10)."
            : "Meldingstypen er ikke et behandlerkrav som registeret tar imot: LOM, FOM, KOM, TOM, TPM, HOM, PJM, LGM, APM eller OOM (T10).")
        : ClaimSets == 0 ? ("BehandlerKrav", "Meldingen har ikke noe BehandlerKrav (T10).")
        : ClaimSets > 1 ? ("BehandlerKrav", "Meldingen har mer enn ett BehandlerKrav (T10).")
        : null;

    /// <inheritdoc/>
    public override IEnumerable<ControlTotal> ControlTotals
    {
        get
        {
            if (!IsJson && ClaimSets != 1)
            {
                yield break;
            }

            if (StatedClaims is { } claims)
            {
                yield return new ControlTotal(IsJson ? "antallRegninger" : "AntallRegninger", claims, Records, IsAmount: false);
            }

            if (StatedRefundOre is { } refund && RefundsKnown)
            {
                yield return new ControlTotal(IsJson ? "belop" : "SumKravSamlet", refund, RefundOre, IsAmount: true);
            }
        }
    }

    /// <summary>Notes a recipient's communication address; the first ten are kept.</summary>
    public void AddRecipient(string herId)
    {
        if (_recipients.Count < 10)
        {
            _recipients.Add(herId);
        }
    }

    /// <summary>Counts a claim that has been read.</summary>
    public void Count(Claim claim)
    {
        Records++;
        RefundOre += claim.BelopOre ?? 0;
        RefundsKnown &= !claim.AmountUnreadable;
    }
}
