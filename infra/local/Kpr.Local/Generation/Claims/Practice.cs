using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Claims;

/// <summary>A practice that sends claims.</summary>
/// <param name="Number">0-based number in the set.</param>
/// <param name="Organisation">Its organisation number, synthetic.</param>
/// <param name="Service">What it does.</param>
/// <param name="Form">How it sends.</param>
/// <param name="Practitioners">HPR numbers of those who work there, longer than real ones.</param>
internal sealed record Practice(
    int Number, string Organisation, ClaimServiceMix Service, ClaimForm Form, IReadOnlyList<string> Practitioners)
{
    /// <summary>Id of the practice in the JSON form.</summary>
    public string PracticeId => string.Create(CultureInfo.InvariantCulture, $"1{Number:000000000}");

    /// <summary>Makes a practice.</summary>
    /// <param name="random">Its own numbers.</param>
    /// <param name="number">0-based number in the set.</param>
    /// <param name="form">How it sends, as a general practice; null to choose both.</param>
    public static Practice Make(SplitMix random, int number, ClaimForm? form)
    {
        var service = form is null ? random.Weighted<ClaimServiceMix>(ClaimServiceMix.All) : ClaimServiceMix.All[0].Item1;
        var chosen = form ?? random.Weighted<ClaimForm>([(ClaimForm.Xml, 55), (ClaimForm.XmlBatch, 20), (ClaimForm.Json, 25)]);
        if (chosen == ClaimForm.Json && service.Profession is null)
        {
            chosen = ClaimForm.Xml;
        }

        var practitioners = Enumerable.Range(0, random.Between(1, 6))
            .Select(_ => SyntheticIdentity.HprNumber(random.Below(99_999_999))!).ToList();
        return new Practice(number, Population.Organisation(random), service, chosen, practitioners);
    }
}
