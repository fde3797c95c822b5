using Kpr.Core.Rules;

namespace Kpr.Core.Memory;

/// <summary>What facts are looked up by: their kind, and what they are grouped by.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Key">The key; zero for facts of a sequence, which have none.</param>
public readonly record struct FactKey(FactKind Kind, UInt128 Key) : IComparable<FactKey>
{
    /// <summary>The key of a fact.</summary>
    public static FactKey Of(in Fact fact) => new(fact.Kind, fact.Kind == FactKind.Sequence ? UInt128.Zero : fact.Key);

    /// <summary>The order of runs: by kind, then by key.</summary>
    public int CompareTo(FactKey other)
    {
        var byKind = ((byte)Kind).CompareTo((byte)other.Kind);
        return byKind != 0 ? byKind : Key.CompareTo(other.Key);
    }

    /// <summary>Whether a key comes before another.</summary>
    public static bool operator <(FactKey a, FactKey b) => a.CompareTo(b) < 0;

    /// <summary>Whether a key comes behind another.</summary>
    public static bool operator >(FactKey a, FactKey b) => a.CompareTo(b) > 0;

    /// <summary>Whether a key comes before another, or is the same.</summary>
    public static bool operator <=(FactKey a, FactKey b) => a.CompareTo(b) <= 0;

    /// <summary>Whether a key comes behind another, or is the same.</summary>
    public static bool operator >=(FactKey a, FactKey b) => a.CompareTo(b) >= 0;
}
