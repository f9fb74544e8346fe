using System.Reflection;

namespace OneVisit.Architecture.Tests.Signatures;

/// <summary>The attributes that a caller's compiler or the wire format looks at.</summary>
internal static class Notes
{
    private static readonly HashSet<string> Told =
    [
        "System.AttributeUsageAttribute", "System.FlagsAttribute", "System.ObsoleteAttribute", "Newtonsoft.Json.JsonPropertyAttribute",
        "System.Diagnostics.CodeAnalysis.AllowNullAttribute", "System.Diagnostics.CodeAnalysis.DisallowNullAttribute",
        "System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute", "System.Diagnostics.CodeAnalysis.MaybeNullAttribute",
        "System.Diagnostics.CodeAnalysis.MaybeNullWhenAttribute", "System.Diagnostics.CodeAnalysis.MemberNotNullAttribute",
        "System.Diagnostics.CodeAnalysis.NotNullAttribute", "System.Diagnostics.CodeAnalysis.NotNullIfNotNullAttribute",
        "System.Diagnostics.CodeAnalysis.NotNullWhenAttribute", "System.Runtime.CompilerServices.CallerMemberNameAttribute",
    ];

    public static string Of(IEnumerable<CustomAttributeData> attributes) =>
        string.Concat(attributes.Where(note => Told.Contains(note.AttributeType.FullName!)).Select(Written).Order(StringComparer.Ordinal));

    public static bool Has(IEnumerable<CustomAttributeData> attributes, string name) => attributes.Any(note => note.AttributeType.Name == name);

    private static string Written(CustomAttributeData note)
    {
        var name = note.AttributeType.Name[..^"Attribute".Length];
        // The words of an Obsolete are advice; that it is obsolete is a fact.
        var arguments = name == "Obsolete" ? [] : note.ConstructorArguments.Select(argument => Value(argument))
            .Concat(note.NamedArguments.Select(Named)).ToArray();
        return arguments.Length == 0 ? $"[{name}] " : $"[{name}({string.Join(", ", arguments)})] ";
    }

    // [JsonProperty("x")] and [JsonProperty(PropertyName = "x")] say the same.
    private static string Named(CustomAttributeNamedArgument argument) =>
        argument.MemberName == "PropertyName" ? Value(argument.TypedValue) : $"{argument.MemberName} = {Value(argument.TypedValue)}";

    private static string Value(CustomAttributeTypedArgument argument) => MemberLine.Value(argument.Value);
}
