using System.Globalization;

namespace Kpr.Core.Invoices.Checking;

/// <summary>An element of a document: as much of XML as the rules ask for.</summary>
public sealed class UblElement
{
    private static readonly UblElement[] None = [];

    private List<UblElement>? _children;
    private List<KeyValuePair<string, string>>? _attributes;

    internal UblElement(string name, UblElement? parent)
    {
        Name = name;
        Parent = parent;
    }

    /// <summary>Name with the usual prefix, <c>cbc:ID</c>; the root without, and names of other namespaces with <c>other:</c>.</summary>
    public string Name { get; }

    /// <summary>The element around it; null for the root.</summary>
    public UblElement? Parent { get; }

    /// <summary>Its own text, blanks at the ends cut off.</summary>
    public string Value { get; internal set; } = "";

    /// <summary>The elements in it.</summary>
    public IReadOnlyList<UblElement> Children => (IReadOnlyList<UblElement>?)_children ?? None;

    /// <summary>Its value as a number, within what money and quantities can be; null when it is none.</summary>
    public decimal? Number =>
        decimal.TryParse(Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= UblLimits.LargestNumber && Decimals <= UblLimits.MostDecimals
            ? number
            : null;

    /// <summary>Number of decimals as written.</summary>
    public int Decimals => Value.IndexOf('.') is >= 0 and var point ? Value.Length - point - 1 : 0;

    /// <summary>Its value as a day; null when it is none.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Where it stands, as XPath.</summary>
    public string Path
    {
        get
        {
            if (Parent is null)
            {
                return "/" + Name;
            }

            var (place, count) = (0, 0);
            foreach (var sibling in Parent.Children)
            {
                count += sibling.Name == Name ? 1 : 0;
                place = ReferenceEquals(sibling, this) ? count : place;
            }

            return count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Parent.Path}/{Name}[{place}]") : $"{Parent.Path}/{Name}";
        }
    }

    /// <summary>An attribute; null when it is not there.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in _attributes ?? [])
            {
                if (name == attribute)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The elements at the end of a path of names, <c>cac:Party/cbc:EndpointID</c>.</summary>
    public IEnumerable<UblElement> All(string path)
    {
        var end = path.IndexOf('/');
        var name = end < 0 ? path : path[..end];
        foreach (var child in Children)
        {
            if (child.Name == name)
            {
                if (end < 0)
                {
                    yield return child;
                    continue;
                }

                foreach (var deeper in child.All(path[(end + 1)..]))
                {
                    yield return deeper;
                }
            }
        }
    }

    /// <summary>The first element at the end of a path; null when there is none.</summary>
    public UblElement? One(string path) => All(path).FirstOrDefault();

    /// <summary>Whether there is an element at the end of a path.</summary>
    public bool Has(string path) => All(path).Any();

    /// <summary>Whether there is an element with a text at the end of a path.</summary>
    public bool Says(string path) => All(path).Any(element => element.Value.Length > 0);

    /// <summary>The text at the end of a path; null when there is none.</summary>
    public string? Text(string path) => One(path)?.Value;

    /// <summary>The number at the end of a path; null when there is none.</summary>
    public decimal? Amount(string path) => One(path)?.Number;

    /// <summary>It and everything in it.</summary>
    public IEnumerable<UblElement> Everything()
    {
        yield return this;
        foreach (var child in Children)
        {
            foreach (var deeper in child.Everything())
            {
                yield return deeper;
            }
        }
    }

    internal void Add(UblElement child) => (_children ??= []).Add(child);

    internal void Add(string attribute, string value) => (_attributes ??= []).Add(KeyValuePair.Create(attribute, value));
}
