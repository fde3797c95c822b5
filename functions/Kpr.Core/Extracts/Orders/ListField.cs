using Kpr.Core.Extracts.Keys;

namespace Kpr.Core.Extracts.Orders;

/// <summary>A part of an item of a list, which becomes a column.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Before">The sign in front of it; a zero sign for the first part of an item.</param>
/// <param name="Norwegian">What it holds, in Norwegian.</param>
/// <param name="English">What it holds, in English.</param>
internal sealed record ListField(string Name, char Before, string Norwegian, string English)
{
    /// <summary>Frictionless type.</summary>
    public string Type { get; init; } = "string";

    /// <summary>Number of its code list.</summary>
    public string? CodeList { get; init; }

    /// <summary>Unit of its numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>The key that stands in its place; null for the part itself.</summary>
    public KeyKind? Key { get; init; }

    /// <summary>Whether the key is of a municipality's own names, which mean nothing beyond it.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Whether it comes again, a row each time, with the parts in front of it.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether senders write what they like in it: one word of 30 characters at most is delivered, never a text.</summary>
    public bool IsFree { get; init; }

    /// <summary>Whether it is read and not delivered.</summary>
    public bool IsHidden { get; init; }
}
