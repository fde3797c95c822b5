using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>
/// A rule about the tariffs of a claim, judged by the catalogue that the operator has loaded. Credits and corrections of the paid flag
/// repeat an earlier claim and are not judged again; nor is a claim whose day cannot be read.
/// </summary>
/// <param name="id">Id in the rule catalogue.</param>
public abstract class TariffRule(string id) : RecordRule<Claim>(id, Severity.Warning)
{
    /// <inheritdoc/>
    public override OptionalCatalogues Needs => OptionalCatalogues.Tariffs;

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (verdict.File.Reference.Tariffs is { } tariffs && record.Day is { } day && !record.RefersToEarlier)
        {
            Judge(record, tariffs, day, verdict);
        }
    }

    /// <summary>Judges the tariffs of a claim by those of its day of treatment.</summary>
    protected abstract void Judge(Claim record, TariffCatalogue tariffs, DateOnly day, RecordVerdict verdict);

    /// <summary>Whether a list holds a code. Does not allocate.</summary>
    protected static bool Has(IReadOnlyList<string> codes, string? code)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i] == code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a line is the first with its code on the claim.</summary>
    protected static bool IsFirst(Claim record, int line)
    {
        for (var i = 0; i < line; i++)
        {
            if (record.Takster[i].Code == record.Takster[line].Code)
            {
                return false;
            }
        }

        return true;
    }
}
