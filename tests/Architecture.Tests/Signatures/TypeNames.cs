using System.Reflection;

namespace OneVisit.Architecture.Tests.Signatures;

/// <summary>
/// Writes a type as C# would, by full name. A reference that may be null ends in <c>?</c>; one of which nothing is said, as in code
/// compiled without nullable annotations, ends in <c>~</c>.
/// </summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["System.Boolean"] = "bool", ["System.Byte"] = "byte", ["System.Char"] = "char", ["System.Decimal"] = "decimal", ["System.Double"] = "double",
        ["System.Int16"] = "short", ["System.Int32"] = "int", ["System.Int64"] = "long", ["System.Object"] = "object", ["System.Single"] = "float",
        ["System.String"] = "string", ["System.UInt32"] = "uint", ["System.UInt64"] = "ulong", ["System.Void"] = "void",
    };

    /// <summary>The name alone, without what is known about null: <c>Microsoft.X.Outer.Inner&lt;T&gt;</c>.</summary>
    public static string Of(Type type) => Of(type, Nullability.Unasked);

    public static string Of(Type type, Nullability nullability)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, nullability);
        if (type.IsValueType && type.IsGenericType && type.GetGenericTypeDefinition().FullName == "System.Nullable`1")
            return Of(type.GetGenericArguments()[0], nullability) + "?";
        if (type.IsGenericParameter)
            return type.Name + nullability.Next();
        if (type.IsArray)
        {
            var mark = nullability.Next();
            return $"{Of(type.GetElementType()!, nullability)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        // A plain value type says nothing about null, a generic one a zero, a reference its own mark: in this order, before its arguments.
        var own = !type.IsValueType ? nullability.Next() : type.IsGenericType ? nullability.Skip() : "";
        var arguments = type.IsGenericType ? type.GetGenericArguments() : [];
        return Plain(type, arguments, nullability) + own;
    }

    private static string Plain(Type type, Type[] arguments, Nullability nullability)
    {
        if (type.DeclaringType is null)
            return Keywords.GetValueOrDefault(type.FullName ?? "") ?? $"{type.Namespace}.{Named(type, arguments, 0, nullability)}";
        var outer = type.DeclaringType.GetGenericArguments().Length;
        return $"{Plain(type.DeclaringType, arguments[..outer], nullability)}.{Named(type, arguments, outer, nullability)}";
    }

    private static string Named(Type type, Type[] arguments, int skipped, Nullability nullability)
    {
        var name = type.Name.Split('`')[0];
        return arguments.Length == skipped ? name : $"{name}<{string.Join(", ", arguments.Skip(skipped).Select(argument => Of(argument, nullability)))}>";
    }
}
