using System.ComponentModel.DataAnnotations;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Functions.Preparation;

/// <summary>The rules by which tables of the register are protected, as settings: section <c>Kpr:Statistics</c>.</summary>
public sealed class StatisticsOptions
{
    /// <summary>Counts of persons from 1 to below this are hidden. Default: 5.</summary>
    [Range(2, 100)]
    public int HideBelow { get; set; } = 5;

    /// <summary>How wide the interval of every hidden cell must be. Default: 5.</summary>
    [Range(1, 100)]
    public int Width { get; set; } = 5;

    /// <summary>What becomes of zeros. Default: they are published.</summary>
    public ZeroPolicy Zeros { get; set; } = ZeroPolicy.Publish;

    /// <summary>A group of fewer persons than this that are all in one category hides that category; null for no such rule.</summary>
    [Range(1, 1000)]
    public int? CollapseBelow { get; set; }

    /// <summary>The primary rules that follow.</summary>
    public PrimaryRules Rules() => new() { HideBelow = HideBelow, Zeros = Zeros, CollapseBelow = CollapseBelow };
}
