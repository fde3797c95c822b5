using Kpr.Core.Formats;

namespace Kpr.Core.Rules.CareReport;

/// <summary>F27: a municipality has about as many users as last year: within 20 %, within 50 % where there were fewer than 100. Told by the register, which knows last year.</summary>
public sealed class F27UsersAsLastYear() : Rule("F27", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Antall brukere skal ikke avvike mer enn 20 prosent fra året før (50 prosent under 100 brukere).";

    /// <inheritdoc/>
    public override string English => "Number of users deviates more than ±20 % from last year for a municipality (±50 % below 100 users).";

    /// <inheritdoc/>
    public override string Advice => "Kontroller at uttrekket er fullstendig. Er tallet riktig, er det ingenting å gjøre.";

    /// <inheritdoc/>
    public override string Source => "KPRs tilbakemelding til kommunene; grensene er eget valg";

    private const long Few = 100;
    private const int PercentOfMany = 20;
    private const int PercentOfFew = 50;

    /// <summary>Compares with last year.</summary>
    /// <param name="users">Number of users in the report.</param>
    /// <param name="before">Number of users of the same area in last year's report that counts; zero when there is none.</param>
    /// <returns>What is to be told; null when nothing is.</returns>
    public Fault? Compare(long users, long before)
    {
        var percent = before < Few ? PercentOfFew : PercentOfMany;
        return before > 0 && Math.Abs(users - before) * 100 > before * percent
            ? new Fault(this, Severity.Warning, null, null, $"Rapporten har {users} brukere, mot {before} året før.")
            : null;
    }
}
