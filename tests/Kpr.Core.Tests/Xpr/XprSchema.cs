using System.Xml;
using System.Xml.Schema;

namespace Kpr.Core.Tests.Xpr;

/// <summary>The framework's own schema validator over the public schemas of XPR 56.0.0.</summary>
internal sealed class XprSchema
{
    private readonly XmlSchemaSet _schemas = new();

    private XprSchema(string folder, string module)
    {
        foreach (var file in (ReadOnlySpan<string>)["NPR.xsd", $"XPR({module})_CodingSchemes.xsd", $"XPR({module}).xsd"])
        {
            using var reader = XmlReader.Create(Path.Combine(folder, file));
            _schemas.Add(XmlSchema.Read(reader, (_, fault) => throw fault.Exception)!);
        }

        _schemas.Compile();
    }

    /// <summary>The schemas of a module; null when they are not there.</summary>
    public static XprSchema? TryLoad(XprModule module) =>
        SharedFolder.Find(module.Folder) is { } folder ? new XprSchema(folder, module.Short) : null;

    /// <summary>What the schema says against a document; null when it is valid.</summary>
    public string? Fault(string document)
    {
        string? first = null;
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            Schemas = _schemas,
            ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints,
        };
        settings.ValidationEventHandler += (_, fault) => first ??= fault.Message;
        using var reader = XmlReader.Create(new StringReader(document), settings);
        while (reader.Read())
        {
        }

        return first;
    }
}
