namespace Kpr.Core.Cases;

/// <summary>Small immutable lists: a change gives a new array, the old one stays as it was.</summary>
internal static class Lists
{
    public static IReadOnlyList<T> Plus<T>(this IReadOnlyList<T> list, T item)
    {
        var next = new T[list.Count + 1];
        if (list is T[] array)
        {
            array.CopyTo(next, 0);
        }
        else
        {
            for (var i = 0; i < list.Count; i++)
            {
                next[i] = list[i];
            }
        }

        next[^1] = item;
        return next;
    }

    public static IReadOnlyList<T> PlusAll<T>(this IReadOnlyList<T> list, IReadOnlyList<T> more) => more.Count == 0 ? list : (T[])[.. list, .. more];

    public static IReadOnlyList<T> Change<T>(this IReadOnlyList<T> list, Func<T, bool> which, Func<T, T> change)
    {
        var next = new T[list.Count];
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = which(list[i]) ? change(list[i]) : list[i];
        }

        return next;
    }

    public static IReadOnlyList<T> Without<T>(this IReadOnlyList<T> list, Func<T, bool> which) => (T[])[.. list.Where(item => !which(item))];
}
