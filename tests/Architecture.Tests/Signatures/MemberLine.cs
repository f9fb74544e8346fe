using System.Globalization;
using System.Reflection;

namespace OneVisit.Architecture.Tests.Signatures;

/// <summary>One member as a line.</summary>
internal static class MemberLine
{
    public static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    public static string Of(ConstructorInfo constructor) =>
        $"{Notes.Of(constructor.GetCustomAttributesData())}{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})";

    public static string Of(MethodInfo method) =>
        $"{Notes.Of(method.GetCustomAttributesData())}{Access(method)}{Manner(method)}{Invocation(method)}";

    public static string Of(PropertyInfo property)
    {
        var widest = property.GetAccessors(true).Where(IsOffered).OrderBy(accessor => accessor.IsPublic ? 0 : 1).First();
        var type = TypeNames.Of(property.PropertyType, Nullability.Of(property.GetCustomAttributesData(), property.DeclaringType));
        var index = property.GetIndexParameters() is { Length: > 0 } keys ? $"this[{string.Join(", ", keys.Select(Parameter))}]" : property.Name;
        var required = Notes.Has(property.GetCustomAttributesData(), "RequiredMemberAttribute") ? "required " : "";
        return $"{Notes.Of(property.GetCustomAttributesData())}{Access(widest)}{required}{Manner(widest)}{type} {index} {{ {Accessor(property.GetMethod, "get", widest)}{Accessor(property.SetMethod, Setter(property), widest)}}}";
    }

    public static string Of(FieldInfo field)
    {
        var type = TypeNames.Of(field.FieldType, Nullability.Of(field.GetCustomAttributesData(), field.DeclaringType));
        var manner = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{Notes.Of(field.GetCustomAttributesData())}{(field.IsPublic ? "public " : "protected ")}{manner}{type} {field.Name}{(field.IsLiteral ? $" = {Value(field.GetRawConstantValue())}" : "")}";
    }

    public static string Of(EventInfo happening) =>
        $"{Access(happening.AddMethod!)}{Manner(happening.AddMethod!)}event {TypeNames.Of(happening.EventHandlerType!, Nullability.Of(happening.GetCustomAttributesData(), happening.DeclaringType))} {happening.Name}";

    /// <summary>Return type, name, type parameters, parameters and constraints.</summary>
    public static string Invocation(MethodInfo method)
    {
        var returned = TypeNames.Of(method.ReturnType, Nullability.Of(method.ReturnParameter.GetCustomAttributesData(), method));
        var by = method.ReturnType.IsByRef ? "ref " : "";
        var extends = Notes.Has(method.GetCustomAttributesData(), "ExtensionAttribute") ? "this " : "";
        return $"{Notes.Of(method.ReturnParameter.GetCustomAttributesData())}{by}{returned} {method.Name}{Generics.Parameters(Own(method), method)}({extends}{Parameters(method)}){Generics.Constraints(Own(method), method)}";
    }

    internal static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static Type[] Own(MethodInfo method) => method.IsGenericMethod ? method.GetGenericArguments() : [];

    private static string Access(MethodBase method) => method.IsPublic ? "public " : "protected ";

    // An implementation of an interface is virtual to the runtime only: to a caller it is a plain method.
    private static string Manner(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
            return method.IsStatic ? "static " : method.IsAbstract ? "" : "virtual ";
        if (method.IsStatic)
            return "static ";
        var overrides = method.IsVirtual && !method.Attributes.HasFlag(MethodAttributes.NewSlot);
        return (method.IsAbstract, overrides, method.IsFinal, method.IsVirtual) switch
        {
            (true, true, _, _) => "abstract override ",
            (true, false, _, _) => "abstract ",
            (_, true, true, _) => "sealed override ",
            (_, true, false, _) => "override ",
            (_, false, false, true) => "virtual ",
            _ => "",
        };
    }

    private static string Accessor(MethodInfo? accessor, string word, MethodInfo widest) =>
        accessor is null || !IsOffered(accessor) ? "" : accessor.IsPublic == widest.IsPublic ? $"{word}; " : $"{Access(accessor)}{word}; ";

    private static string Setter(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") == true ? "init" : "set";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var notes = parameter.GetCustomAttributesData();
        var way = Notes.Has(notes, "ParamArrayAttribute") || Notes.Has(notes, "ParamCollectionAttribute") ? "params "
            : !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
        var type = TypeNames.Of(parameter.ParameterType, Nullability.Of(notes, parameter.Member));
        return $"{Notes.Of(notes)}{way}{type} {parameter.Name}{(parameter.IsOptional ? " = " + Default(parameter) : "")}";
    }

    private static string Default(ParameterInfo parameter) =>
        parameter.RawDefaultValue is null && parameter.ParameterType.IsValueType ? "default" : Value(parameter.RawDefaultValue);
}
