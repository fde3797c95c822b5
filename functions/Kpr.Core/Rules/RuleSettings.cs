using System.ComponentModel.DataAnnotations;

namespace Kpr.Core.Rules;

/// <summary>What an operator may set about the rules. The same settings hold for <c>kpr check</c> and for the register.</summary>
public sealed class RuleSettings
{
    /// <summary>Which world the files belong to. Default: <see cref="KprEnvironment.Test"/>.</summary>
    public KprEnvironment Environment { get; set; } = KprEnvironment.Test;

    /// <summary>Service types (list 9151) that the event feed takes, rule E11. Default: 18, 19, 20, 21, 29.</summary>
    [Required, MinLength(1)]
    public ISet<string> EnabledServiceTypes { get; } = new HashSet<string>(["18", "19", "20", "21", "29"], StringComparer.Ordinal);

    /// <summary>
    /// Whether numbers with month + 40 count as synthetic in test. Default: false, since they collide with
    /// H-numbers (data.md chapter 4).
    /// </summary>
    public bool AcceptMonthPlus40 { get; set; }

    /// <summary>Whether the relaxed first check digit of 2032 is accepted (I11). Default: false.</summary>
    public bool AcceptRelaxedCheckDigit { get; set; }

    /// <summary>
    /// The data years that were migrated from older registers: what would reject a record for its content only warns.
    /// Default: the years of IPLOS, 2006–2017.
    /// </summary>
    public IList<MigratedYears> MigratedYears { get; } = [new() { First = 2006, Last = 2017 }];

    /// <summary>From how many records on a file is held for the share of them that is rejected (F25). Default: 200.</summary>
    [Range(1, long.MaxValue)]
    public long HoldFromRecords { get; set; } = 200;

    /// <summary>Above what share of rejected records a file is held, from 0 to 1 (F25). Default: 0.05. 1 holds none.</summary>
    [Range(0.0, 1.0)]
    public double HoldAboveShare { get; set; } = 0.05;

    /// <summary>How far the sender's clock may be ahead of ours (E07). Default: 5 minutes.</summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);
}
