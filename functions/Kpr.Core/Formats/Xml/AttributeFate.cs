namespace Kpr.Core.Formats.Xml;

/// <summary>What became of an attribute.</summary>
internal enum AttributeFate
{
    /// <summary>Its value was taken.</summary>
    Taken,

    /// <summary>The format knows it, but not here.</summary>
    Prohibited,

    /// <summary>The format does not know it.</summary>
    Unknown,
}
