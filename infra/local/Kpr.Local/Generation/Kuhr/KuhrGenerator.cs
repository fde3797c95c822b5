using System.Globalization;
using Kpr.Local.Generation.Expected;
using Kpr.Local.Generation.Faults;
using Kpr.Local.Generation.Faults.Kuhr;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Kuhr;

/// <summary>Writes monthly deliveries: each later one of a month takes the place of the one before.</summary>
/// <param name="options">What the user asked.</param>
internal sealed class KuhrGenerator(GenerateOptions options)
{
    private const string Feed = "kuhr-delivery";

    private readonly SplitMix _random = SplitMix.For(options.Seed, 0xD0);
    private string? _sender;
    private (DateOnly Month, string Id)? _earlier;

    /// <summary>Writes a delivery.</summary>
    /// <param name="number">1-based number of the delivery.</param>
    /// <param name="claims">Number of claims.</param>
    /// <param name="rate">Rate of faults in claims.</param>
    /// <param name="ofDelivery">Rate of faults of the delivery as a whole.</param>
    /// <param name="monthsBack">The month that it is of, counted back from that of the day of the set.</param>
    public ExpectedFile Write(int number, int claims, double rate, double ofDelivery, int monthsBack = 1)
    {
        _sender ??= Population.Organisation(_random);
        var month = new DateOnly(options.Today.Year, options.Today.Month, 1).AddMonths(-monthsBack);
        var folder = string.Create(CultureInfo.InvariantCulture, $"{Feed}/{_sender}/{month:yyyy-MM}-{number}");
        var delivery = new KuhrDeliveryDraft
        {
            Folder = folder,
            Id = _random.Guid().ToString(),
            Supersedes = _earlier is { } earlier && earlier.Month == month ? earlier.Id : null,
            Month = month,
            Sender = _sender,
            IsGzip = !options.Size.IsTiny && _random.PerMille(500),
        };
        if (_random.Chance(ofDelivery))
        {
            _random.Of(KuhrFaults.OfDelivery)(delivery);
        }

        _earlier = (month, delivery.Id);
        var expected = new ExpectedFile($"{folder}/manifest.json", Feed, _sender);
        using var writer = new KuhrWriter(options.Folder, delivery);
        expected.BeginMessage();
        WriteClaims(writer, delivery, claims, rate, delivery.ReadsNoClaims ? null : expected);
        writer.Close();
        foreach (var (rule, severity) in delivery.Expected)
        {
            expected.ExpectOfMessage(rule, severity);
        }

        if (delivery.Unreadable is { } unreadable)
        {
            expected.ExpectUnreadable(unreadable, readNothing: true);
        }

        return expected;
    }

    private void WriteClaims(KuhrWriter writer, KuhrDeliveryDraft delivery, int claims, double rate, ExpectedFile? expected)
    {
        var source = new KuhrClaimSource(options, delivery, claims, SplitMix.For(options.Seed, 0xD3, (ulong)claims, _random.Next()));
        KuhrClaimDraft? previous = null;
        for (var slot = 0; slot < claims; slot++)
        {
            var claim = source.Next(slot, previous);
            if (_random.Chance(rate))
            {
                FaultChoice.Plant(KuhrFaults.OfRecord, claim, _random);
            }
            else if (previous is not null && _random.PerMille(5))
            {
                Credit(claim, previous);
            }

            var clean = claim.IsClean;
            writer.Write(claim);
            expected?.AddRecord(claim.RecordId, claim.Expected);
            previous = clean && claim.Credits is null ? claim : null;
        }
    }

    // The claim before is taken back, whole.
    private static void Credit(KuhrClaimDraft claim, KuhrClaimDraft earlier)
    {
        claim.Credits = earlier.Id;
        claim.ShareStatus = "5";
        (claim.Refund, claim.Share, claim.Exemption) = (-earlier.Refund, 0, null);
        claim.Diagnoses.Clear();
        claim.Tariffs.Clear();
    }
}
