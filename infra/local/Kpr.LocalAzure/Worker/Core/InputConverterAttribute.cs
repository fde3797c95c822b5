namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>Names the type that makes the value of a parameter.</summary>
/// <param name="converterType">The type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Struct | AttributeTargets.Parameter, AllowMultiple = true)]
public class InputConverterAttribute(Type converterType) : Attribute
{
    /// <summary>The type.</summary>
    public Type ConverterType { get; } = converterType;
}
