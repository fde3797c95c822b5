using System.Globalization;
using System.Text.Json;
using System.Xml;
using Azure.Data.Tables;

namespace Kpr.LocalAzure.Tables.Wire;

/// <summary>Writes a row as the JSON the table service takes. Timestamp and entity tag are never written.</summary>
internal static class EntityWriter
{
    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            if (entity is IDictionary<string, object?> dictionary)
            {
                foreach (var (name, value) in dictionary.Where(entry => entry.Key is not (TableEntity.ETagName or nameof(ITableEntity.Timestamp))))
                {
                    Property(json, name, value is Enum ? throw new NotSupportedException("Enum values are only supported for custom model types implementing ITableEntity.") : value);
                }
            }
            else
            {
                Property(json, nameof(ITableEntity.PartitionKey), entity.PartitionKey);
                Property(json, nameof(ITableEntity.RowKey), entity.RowKey);
                foreach (var (name, property) in EntityMembers.Of(entity.GetType()).Where(member => member.Property.GetMethod is { IsPublic: true }))
                {
                    var value = property.GetValue(entity);
                    Property(json, name, value is Enum named ? named.ToString() : value);
                }
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Property(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                Typed(json, name, number.ToString(CultureInfo.InvariantCulture), "Edm.Int64");
                break;
            case ulong number:
                Property(json, name, checked((long)number));
                break;
            case double number:
                Double(json, name, number);
                break;
            case float number:
                Double(json, name, number);
                break;
            case decimal number:
                Double(json, name, (double)number);
                break;
            case Guid guid:
                Typed(json, name, guid.ToString(), "Edm.Guid");
                break;
            case DateTimeOffset time:
                Typed(json, name, XmlConvert.ToString(time.UtcDateTime, XmlDateTimeSerializationMode.RoundtripKind), "Edm.DateTime");
                break;
            case DateTime { Kind: DateTimeKind.Utc } time:
                Typed(json, name, XmlConvert.ToString(time, XmlDateTimeSerializationMode.RoundtripKind), "Edm.DateTime");
                break;
            case DateTime time:
                throw new NotSupportedException($"DateTime {time} has a Kind of {time.Kind}. Azure SDK requires it to be UTC. You can call DateTime.SpecifyKind to change Kind property value to DateTimeKind.Utc.");
            case byte[] bytes:
                Typed(json, name, Convert.ToBase64String(bytes), "Edm.Binary");
                break;
            case BinaryData data:
                Typed(json, name, Convert.ToBase64String(data.ToMemory().Span), "Edm.Binary");
                break;
            case TimeSpan duration:
                json.WriteString(name, XmlConvert.ToString(duration));
                break;
            default:
                throw new NotSupportedException($"Not supported type {value.GetType()}");
        }
    }

    private static void Double(Utf8JsonWriter json, string name, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteString(name + "@odata.type", "Edm.Double");
            json.WriteNumber(name, number);
        }
        else
        {
            Typed(json, name, number.ToString(CultureInfo.InvariantCulture), "Edm.Double");
        }
    }

    private static void Typed(Utf8JsonWriter json, string name, string value, string type)
    {
        json.WriteString(name + "@odata.type", type);
        json.WriteString(name, value);
    }
}
