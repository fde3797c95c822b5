namespace Kpr.Core.Statistics.Auditing;

/// <summary>A margin equation with what is known taken out: Σ sign·cell = right side.</summary>
internal sealed record Equation(List<(int Cell, int Sign)> Terms)
{
    /// <summary>The right side.</summary>
    public long Right { get; set; }
}
