namespace Kpr.Core.Catalogue.Loading;

/// <summary>A table of reference data as it lies in a folder, a blob or this assembly.</summary>
/// <param name="Name">File name, one of <see cref="ReferenceTables"/>.</param>
/// <param name="Content">Its bytes: UTF-8, with or without byte order mark.</param>
public sealed record ReferenceFile(string Name, ReadOnlyMemory<byte> Content);
