using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Linking;

/// <summary>A table that was linked.</summary>
/// <param name="Source">Id of the source that it came from.</param>
/// <param name="Table">What it is now: the key of the project in front, the serial number gone.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Persons">Persons with a row in it.</param>
public sealed record LinkedTable(string Source, ExtractTable Table, long Rows, long Persons);
