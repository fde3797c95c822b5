using System.Xml;

namespace Kpr.Core.Formats.Xml;

/// <summary>The attributes that an element may bear, and where their values go.</summary>
/// <typeparam name="TTarget">What takes the values.</typeparam>
internal sealed class AttributeSet<TTarget>
{
    private readonly string[] _names;
    private readonly Action<TTarget, string>[] _setters;
    private readonly string[] _elsewhere;

    /// <param name="table">The reader's table of names.</param>
    /// <param name="attributes">Name and setter of each attribute.</param>
    /// <param name="elsewhere">Names that the format knows; what is not among the attributes is not allowed here.</param>
    public AttributeSet(NameTable table, (string Name, Action<TTarget, string> Setter)[] attributes, string[]? elsewhere = null)
    {
        _names = [.. attributes.Select(attribute => table.Add(attribute.Name))];
        _setters = [.. attributes.Select(attribute => attribute.Setter)];
        _elsewhere = [.. (elsewhere ?? []).Select(name => table.Add(name))];
    }

    /// <summary>Sets the present attribute's value.</summary>
    /// <returns>What became of it.</returns>
    public AttributeFate Take(XmlReader xml, TTarget target)
    {
        var name = xml.LocalName;
        if (xml.NamespaceURI.Length == 0)
        {
            for (var i = 0; i < _names.Length; i++)
            {
                if (ReferenceEquals(_names[i], name))
                {
                    _setters[i](target, xml.Value);
                    return AttributeFate.Taken;
                }
            }

            foreach (var known in _elsewhere)
            {
                if (ReferenceEquals(known, name))
                {
                    return AttributeFate.Prohibited;
                }
            }
        }

        return AttributeFate.Unknown;
    }
}
