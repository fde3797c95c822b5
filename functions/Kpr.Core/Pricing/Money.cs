using System.Globalization;
using System.Text.Json.Serialization;

namespace Kpr.Core.Pricing;

/// <summary>An amount in Norwegian kroner, exact in whole øre. Sums overflow loudly; nothing here passes through a binary float.</summary>
/// <param name="Ore">The amount in øre; negative for what is owed the other way.</param>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money(long Ore) : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>Whether it is nothing.</summary>
    public bool IsZero => Ore == 0;

    /// <summary>Kroner and øre with a comma and thin groups, as people in Norway read it: <c>14 568,75</c>.</summary>
    public string Norwegian
    {
        get
        {
            var (kroner, ore) = Int128.DivRem(Int128.Abs(Ore), 100);
            var whole = kroner.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '\u00A0');
            return string.Create(CultureInfo.InvariantCulture, $"{(Ore < 0 ? "−" : "")}{whole},{(int)ore:00}");
        }
    }

    /// <summary>Sum.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Ore + right.Ore));

    /// <summary>Difference.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Ore - right.Ore));

    /// <summary>The same the other way.</summary>
    public static Money operator -(Money amount) => new(checked(-amount.Ore));

    /// <summary>Whether less.</summary>
    public static bool operator <(Money left, Money right) => left.Ore < right.Ore;

    /// <summary>Whether more.</summary>
    public static bool operator >(Money left, Money right) => left.Ore > right.Ore;

    /// <summary>Whether not more.</summary>
    public static bool operator <=(Money left, Money right) => left.Ore <= right.Ore;

    /// <summary>Whether not less.</summary>
    public static bool operator >=(Money left, Money right) => left.Ore >= right.Ore;

    /// <summary>So many whole kroner.</summary>
    public static Money Kroner(long kroner) => new(checked(kroner * 100));

    /// <summary>The sum of amounts.</summary>
    public static Money Sum(IEnumerable<Money> amounts)
    {
        var sum = 0L;
        foreach (var amount in amounts)
        {
            sum = checked(sum + amount.Ore);
        }

        return new Money(sum);
    }

    /// <summary>A fraction of it, rounded to the nearest øre, halves away from nothing (as Peppol BIS Billing 3.0 rounds).</summary>
    /// <param name="numerator">Above the line.</param>
    /// <param name="denominator">Below the line; positive.</param>
    public Money Part(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        var product = (Int128)Ore * numerator;
        var (whole, rest) = Int128.DivRem(Int128.Abs(product), denominator);
        whole += rest * 2 >= denominator ? 1 : 0;
        return new Money(checked((long)(product < 0 ? -whole : whole)));
    }

    /// <summary>Shares of it by weight that add up to it to the øre: what rounding leaves goes to the largest remainders, the first among equals.</summary>
    /// <param name="weights">None negative, at least one positive, or all of them nothing when the amount is.</param>
    public IReadOnlyList<Money> Split(IReadOnlyList<long> weights)
    {
        var total = weights.Aggregate((Int128)0, (sum, weight) => sum + weight);
        if (total == 0)
        {
            return IsZero ? [.. weights.Select(_ => Zero)] : throw new ArgumentException("An amount cannot be split by weights of nothing.", nameof(weights));
        }

        var (magnitude, negative) = (Int128.Abs(Ore), Ore < 0);
        var shares = weights.Select(weight => Int128.DivRem(magnitude * weight, total)).ToArray();
        var left = (int)(magnitude - shares.Aggregate((Int128)0, (sum, share) => sum + share.Quotient));
        var parts = shares.Select(share => (long)share.Quotient).ToArray();
        foreach (var at in Enumerable.Range(0, parts.Length).OrderByDescending(at => shares[at].Remainder).ThenBy(at => at).Take(left))
        {
            parts[at]++;
        }

        return [.. parts.Select(part => new Money(negative ? -part : part))];
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Ore.CompareTo(other.Ore);

    /// <summary>Kroner with two decimals and a point, as documents for machines bear it: <c>14568.75</c>.</summary>
    public override string ToString()
    {
        var (kroner, ore) = Int128.DivRem(Int128.Abs(Ore), 100);
        return string.Create(CultureInfo.InvariantCulture, $"{(Ore < 0 ? "-" : "")}{kroner}.{(int)ore:00}");
    }
}
