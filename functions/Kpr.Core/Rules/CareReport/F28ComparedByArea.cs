using Kpr.Core.Catalogue;
using Kpr.Core.Formats;

namespace Kpr.Core.Rules.CareReport;

/// <summary>F28: where municipalities were merged, split or renumbered since last year, the report follows the structure of its own year, and is compared with the area as it was: with those it was made of, and after a split with nobody. Told by the register, which knows last year.</summary>
public sealed class F28ComparedByArea() : Rule("F28", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Er kommunen slått sammen, delt eller omnummerert siden året før, sammenlignes området, ikke nummeret.";

    /// <inheritdoc/>
    public override string English => "A municipality split or merged since last year uses its own structure year, compare through successors.";

    /// <inheritdoc/>
    public override string Advice => "Ingenting å gjøre hvis rapporten følger kommuneinndelingen i dataåret.";

    /// <inheritdoc/>
    public override string Source => "Rapportering til KPR; SSB Klass 131; eget valg";

    /// <summary>Tells what a report is compared with, when that is not the same number.</summary>
    /// <param name="number">The municipality's number.</param>
    /// <param name="comparison">The municipalities of last year.</param>
    /// <returns>What is to be told; null when nothing has changed.</returns>
    public Fault? Tell(string number, MunicipalityComparison comparison)
    {
        if (comparison.Earlier.Count == 0 || comparison is { IsSameArea: true, Earlier: [var only] } && only.Number == number)
        {
            return null;
        }

        var before = string.Join(", ", comparison.Earlier.Select(one => $"{one.Number} {one.Name}"));
        return new Fault(this, Severity.Warning, null, null, comparison.IsSameArea
            ? $"Kommunen er endret siden året før: brukerne sammenlignes med {before}."
            : $"Kommunen er endret siden året før, og området lå i {before}, som er delt: brukerne sammenlignes ikke.");
    }
}
