using System.Xml;

namespace Kpr.Core.Formats.Xml;

/// <summary>The attributes that an element may bear, and where their values go.</summary>
/// <typeparam name="TTarget">What takes the values.</typeparam>
internal sealed class AttributeSet<TTarget>
{
    private readonly string[] _names;
    private readonly Action<TTarget, string>[] _setters;
    private readonly string[] _prohibited;

    /// <param name="table">The reader's table of names.</param>
    /// <param name="attributes">Name and setter of each attribute.</param>
    /// <param name="prohibited">Names that the format knows but does not allow here.</param>
    public AttributeSet(NameTable table, (string Name, Action<TTarget, string> Setter)[] attributes, string[]? prohibited = null)
    {
        _names = [.. attributes.Select(attribute => table.Add(attribute.Name))];
        _setters = [.. attributes.Select(attribute => attribute.Setter)];
        _prohibited = [.. (prohibited ?? []).Select(name => table.Add(name))];
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

            foreach (var known in _prohibited)
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
