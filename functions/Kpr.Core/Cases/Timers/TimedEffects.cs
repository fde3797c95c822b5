namespace Kpr.Core.Cases.Timers;

/// <summary>All timed effects. A class belongs to them by being a <see cref="TimedEffect"/>.</summary>
public static class TimedEffects
{
    /// <summary>The effects, in order of name: those of the same day happen in this order.</summary>
    public static IReadOnlyList<TimedEffect> All { get; } =
    [
        .. typeof(TimedEffect).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(TimedEffect)))
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (TimedEffect)Activator.CreateInstance(type)!),
    ];

    /// <summary>The first day on which something happens; null when nothing is waited for.</summary>
    public static DateOnly? NextDay(CaseState state, CasePolicy policy) => Next(state, policy)?.Day;

    internal static (DateOnly Day, TimedEffect Effect)? Next(CaseState state, CasePolicy policy)
    {
        (DateOnly Day, TimedEffect Effect)? next = null;
        foreach (var effect in All)
        {
            if (effect.DueOn(state, policy) is { } day && (next is null || day < next.Value.Day))
            {
                next = (day, effect);
            }
        }

        return next;
    }
}
