using System.Collections;
using Kpr.Core.Calendar;

namespace Kpr.Core.Tests.Cases;

/// <summary>Makes a record of any type with every member filled in.</summary>
internal static class Samples
{
    public static object Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner);
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(Math.Min(1, values.Length - 1))!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GenericTypeArguments[0]))!;
            list.Add(Of(type.GenericTypeArguments[0]));
            return list;
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => "Prøve «æøå»",
            TypeCode.Int32 => 7,
            TypeCode.Int64 => 11L,
            TypeCode.Boolean => true,
            _ when type == typeof(DateOnly) => new DateOnly(2028, 2, 29),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero),
            _ when type == typeof(Term) => Term.WorkingDays(30),
            _ => Record(type),
        };
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
    }
}
