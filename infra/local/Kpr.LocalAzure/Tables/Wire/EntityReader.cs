using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace Kpr.LocalAzure.Tables.Wire;

/// <summary>Reads rows from the service's JSON, into dictionaries or into classes.</summary>
internal static class EntityReader
{
    private const string TypeSuffix = "@odata.type";

    public static T Read<T>(JsonElement row)
        where T : class, ITableEntity =>
        typeof(T) == typeof(TableEntity) || typeof(T) == typeof(ITableEntity) ? (T)(ITableEntity)ReadDictionary(row) : ReadObject<T>(row);

    private static TableEntity ReadDictionary(JsonElement row)
    {
        var entity = new TableEntity();
        foreach (var property in row.EnumerateObject())
        {
            if (property.NameEquals(TableEntity.ETagName) || !property.Name.Contains("odata.", StringComparison.Ordinal))
            {
                entity[property.Name] = Value(row, property);
            }
        }

        return entity;
    }

    private static object? Value(JsonElement row, JsonProperty property)
    {
        var type = row.TryGetProperty(property.Name + TypeSuffix, out var annotation) ? annotation.GetString()
            : property.NameEquals(nameof(ITableEntity.Timestamp)) ? "Edm.DateTime" : null;
        var value = property.Value;
        return type switch
        {
            "Edm.Int64" => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "Edm.Double" => Double(value),
            "Edm.Guid" => value.GetGuid(),
            "Edm.DateTime" => Time(value),
            "Edm.Binary" => value.GetBytesFromBase64(),
            _ => Plain(value),
        };
    }

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt32(out var number) ? (object)number : value.GetDouble(),
        _ => null,
    };

    private static T ReadObject<T>(JsonElement row)
        where T : class, ITableEntity
    {
        var entity = Activator.CreateInstance<T>();
        foreach (var (name, property) in EntityMembers.Of(typeof(T)))
        {
            if (property.SetMethod is { IsPublic: true } && row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                Set(entity, property, value);
            }
        }

        if (row.TryGetProperty(nameof(ITableEntity.PartitionKey), out var partitionKey))
        {
            entity.PartitionKey = partitionKey.GetString()!;
        }

        if (row.TryGetProperty(nameof(ITableEntity.RowKey), out var rowKey))
        {
            entity.RowKey = rowKey.GetString()!;
        }

        if (row.TryGetProperty(nameof(ITableEntity.Timestamp), out var timestamp))
        {
            entity.Timestamp = Time(timestamp);
        }

        if (row.TryGetProperty(TableEntity.ETagName, out var etag))
        {
            entity.ETag = new ETag(etag.GetString()!);
        }

        return entity;
    }

    // Columns of a type that does not fit fail, or are passed over, as the genuine library does it (behaviour: types).
    private static void Set(object entity, PropertyInfo property, JsonElement value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        object? read =
            type == typeof(string) ? text
            : type == typeof(int) ? (int)Plain(value)!
            : type == typeof(bool) ? (bool)Plain(value)!
            : type == typeof(double) ? Double(value)
            : type == typeof(long) ? long.Parse(text!, CultureInfo.InvariantCulture)
            : type == typeof(ulong) ? ulong.Parse(text!, CultureInfo.InvariantCulture)
            : type == typeof(Guid) ? Guid.Parse(text!)
            : type == typeof(DateTimeOffset) ? Time(value)
            : type == typeof(DateTime) ? Time(value).UtcDateTime
            : type == typeof(byte[]) ? Convert.FromBase64String(text!)
            : type == typeof(BinaryData) ? BinaryData.FromBytes(Convert.FromBase64String(text!))
            : type.IsEnum ? Enum.Parse(type, text!)
            : null;
        if (read is not null)
        {
            property.SetValue(entity, read);
        }
    }

    private static double Double(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException($"Cannot read {value.ValueKind} as a number."),
    };

    private static DateTimeOffset Time(JsonElement value) =>
        DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
