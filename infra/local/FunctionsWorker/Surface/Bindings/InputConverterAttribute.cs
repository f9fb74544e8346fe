namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>Says what makes the parameter's value. Converters of one's own are refused here when the function is found.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Struct, AllowMultiple = true)]
public class InputConverterAttribute(Type converterType) : Attribute
{
    public Type ConverterType { get; } = converterType;
}
