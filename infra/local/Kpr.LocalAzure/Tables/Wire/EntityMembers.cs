using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using Azure.Data.Tables;

namespace Kpr.LocalAzure.Tables.Wire;

/// <summary>The columns of a class of rows: its public properties beyond key, time and entity tag.</summary>
internal static class EntityMembers
{
    private static readonly string[] Own = [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), nameof(ITableEntity.Timestamp), nameof(ITableEntity.ETag)];
    private static readonly ConcurrentDictionary<Type, (string Name, PropertyInfo Property)[]> Known = new();

    public static (string Name, PropertyInfo Property)[] Of(Type type) => Known.GetOrAdd(type, static type =>
    [
        .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where property.GetIndexParameters().Length == 0
               && !Own.Contains(property.Name)
               && !property.IsDefined(typeof(IgnoreDataMemberAttribute))
           select (property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name, property),
    ]);
}
