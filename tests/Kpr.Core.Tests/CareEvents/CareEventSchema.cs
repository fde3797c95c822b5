using System.Xml;
using System.Xml.Schema;

namespace Kpr.Core.Tests.CareEvents;

/// <summary>The framework's own schema validator over the public schemas of XPR 56.0.0, module ipl.</summary>
internal sealed class CareEventSchema
{
    private readonly XmlSchemaSet _schemas = new();

    private CareEventSchema(string folder)
    {
        foreach (var file in (ReadOnlySpan<string>)["NPR.xsd", "XPR(ipl)_CodingSchemes.xsd", "XPR(ipl).xsd"])
        {
            using var reader = XmlReader.Create(Path.Combine(folder, file));
            _schemas.Add(XmlSchema.Read(reader, (_, fault) => throw fault.Exception)!);
        }

        _schemas.Compile();
    }

    /// <summary>The schemas; null when they are not there.</summary>
    public static CareEventSchema? TryLoad() =>
        SharedFolder.Find("formats/xpr-56.0.0-ipl") is { } folder ? new CareEventSchema(folder) : null;

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
