using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kpr.LocalAzure.Tests.Signatures;

/// <summary>
/// Writes the public face of types one member a line: <c>Namespace.Type.Member(parameters) : type [modifiers]</c>,
/// the way the lists of the genuine libraries are written.
/// </summary>
internal static class SignatureFormat
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The line of the type itself, for example <c>type sealed class A.B : A.Base, A.IThing</c>.</summary>
    public static string Type(Type type)
    {
        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var line = $"type {kind} {TypeNames.Of(type)}";
        if (kind is "enum" or "delegate")
        {
            return line;
        }

        var interfaces = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Select(TypeNames.Of).Order(StringComparer.Ordinal);
        string[] bases = [.. type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [TypeNames.Of(parent)] : Array.Empty<string>(), .. interfaces];
        return bases.Length == 0 ? line : $"{line} : {string.Join(", ", bases)}";
    }

    /// <summary>The lines of everything the type declares that callers or heirs can use.</summary>
    public static IEnumerable<string> Members(Type type)
    {
        var owner = TypeNames.Of(type);
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(value => string.Create(CultureInfo.InvariantCulture, $"{owner}.{value.Name} = {Convert.ToInt64(value.GetRawConstantValue(), CultureInfo.InvariantCulture)}"));
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [Method(owner, type.GetMethod("Invoke")!)];
        }

        return
        [
            .. type.GetConstructors(Declared).Where(IsVisible).Where(constructor => !constructor.IsStatic)
                .Select(constructor => $"{owner}..ctor({Parameters(constructor)}) : void{Modifiers(constructor, constructor)}"),
            .. type.GetMethods(Declared).Where(IsVisible).Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
                .Select(method => Method(owner, method)),
            .. type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)).Select(property => Property(owner, property)),
            .. type.GetEvents(Declared).Where(happening => IsVisible(happening.AddMethod!))
                .Select(happening => $"{owner}.{happening.Name} : {TypeNames.Of(happening.EventHandlerType!)} {{event}}{Modifiers(happening, happening.AddMethod!)}"),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(field => Field(owner, field)),
        ];
    }

    private static string Method(string owner, MethodInfo method)
    {
        var generics = method.IsGenericMethod ? $"<{string.Join(',', method.GetGenericArguments().Select(GenericParameter))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{owner}.{method.Name}{generics}({extension}{Parameters(method)}) : {TypeNames.Of(method.ReturnType)}{Modifiers(method, method)}";
    }

    private static string GenericParameter(Type parameter)
    {
        var constraints = parameter.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)).Select(TypeNames.Of).ToArray();
        return constraints.Length == 0 ? parameter.Name : $"{parameter.Name}:{string.Join('&', constraints)}";
    }

    private static string Property(string owner, PropertyInfo property)
    {
        var access = "";
        var getter = property.GetMethod is { } get && IsVisible(get) ? get : null;
        var setter = property.SetMethod is { } set && IsVisible(set) ? set : null;
        if (getter is not null)
        {
            access += "get;";
        }

        if (setter is not null)
        {
            var init = setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            access += (getter is { IsPublic: true } && !setter.IsPublic ? "protected " : "") + (init ? "init;" : "set;");
        }

        var leading = getter is { IsPublic: true } ? getter : setter is { IsPublic: true } ? setter : getter ?? setter!;
        var index = property.GetIndexParameters();
        var indexer = index.Length == 0 ? "" : $"[{string.Join(", ", index.Select(Parameter))}]";
        return $"{owner}.{property.Name}{indexer} : {TypeNames.Of(property.PropertyType)} {{{access}}}{Modifiers(property, leading)}";
    }

    private static string Field(string owner, FieldInfo field)
    {
        string[] modifiers = [.. field.IsPublic ? Array.Empty<string>() : ["protected"], .. field.IsStatic ? ["static"] : Array.Empty<string>()];
        var shown = modifiers.Length == 0 ? "" : $" [{string.Join(' ', modifiers)}]";
        return $"{owner}.{field.Name} : {TypeNames.Of(field.FieldType)} {{field}}{shown}{(field.IsLiteral ? $" = {Constant(field.GetRawConstantValue())}" : "")}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var modifier = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : !type.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : "ref ";
        type = type.IsByRef ? type.GetElementType()! : type;
        return $"{modifier}{TypeNames.Of(type)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(type, parameter.RawDefaultValue)}" : "")}";
    }

    private static string Default(Type type, object? value) =>
        value is not null ? Constant(value) : type.IsValueType || type.IsGenericParameter ? "default" : "null";

    private static string Constant(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        Enum number => Convert.ToInt64(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Modifiers(MemberInfo member, MethodBase method)
    {
        var type = method.DeclaringType!;
        var isOverride = method is MethodInfo { IsVirtual: true } info && info.GetBaseDefinition().DeclaringType != type;
        string?[] all =
        [
            method.IsPublic ? null : "protected",
            method.IsStatic ? "static" : null,
            method.IsAbstract ? "abstract" : isOverride && !method.IsFinal ? "override" : method is { IsVirtual: true, IsFinal: false } ? "virtual" : null,
            member.IsDefined(typeof(ObsoleteAttribute)) ? "obsolete" : null,
        ];
        var shown = all.OfType<string>().ToArray();
        return shown.Length == 0 ? "" : $" [{string.Join(' ', shown)}]";
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || IsInheritedOnly(method);

    private static bool IsInheritedOnly(MethodBase method) => method.IsFamily || method.IsFamilyOrAssembly;
}
