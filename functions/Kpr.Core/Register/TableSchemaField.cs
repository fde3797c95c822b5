using Kpr.Core.Catalogue;
using Kpr.Core.Formats;

namespace Kpr.Core.Register;

/// <summary>A column in a Frictionless table schema.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Type">Frictionless type.</param>
/// <param name="Title">What it holds, in Norwegian.</param>
/// <param name="RdfType">OID of the national code list as a URN; null when there is none.</param>
public sealed record TableSchemaField(string Name, string Type, string Title, string? RdfType)
{
    /// <summary>The field of a column.</summary>
    public static TableSchemaField Of(RegisterColumn column) =>
        new(column.Name, column.Type, column.Norwegian, column.CodeList is null ? null : $"urn:oid:{CodeLists.OidPrefix}{column.CodeList}");
}
