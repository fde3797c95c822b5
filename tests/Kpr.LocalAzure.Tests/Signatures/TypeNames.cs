namespace Kpr.LocalAzure.Tests.Signatures;

/// <summary>Full names of types, as the lists of the genuine libraries have them: <c>System.Nullable&lt;System.Int32&gt;</c>.</summary>
internal static class TypeNames
{
    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var arguments = type.GetGenericArguments();
        var outer = type.DeclaringType;
        var inherited = outer?.GetGenericArguments().Length ?? 0;
        var own = arguments.Skip(inherited).Select(Of).ToArray();
        var name = type.Name.Split('`')[0] + (own.Length == 0 ? "" : $"<{string.Join(',', own)}>");
        if (outer is null)
        {
            return $"{type.Namespace}.{name}";
        }

        var outerName = inherited > 0 && !type.IsGenericTypeDefinition ? Of(outer.MakeGenericType(arguments[..inherited])) : Of(outer);
        return $"{outerName}.{name}";
    }
}
