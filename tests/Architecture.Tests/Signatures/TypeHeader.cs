using System.Reflection;

namespace OneVisit.Architecture.Tests.Signatures;

/// <summary>The first line of a type: what it is, what it derives from, how it may be used.</summary>
internal static class TypeHeader
{
    private static readonly string[] UnsaidBases = ["System.Object", "System.ValueType", "System.Enum", "System.MulticastDelegate"];

    public static string Of(Type type) => string.Concat(
        Notes.Of(type.GetCustomAttributesData()), Access(type), Kind(type), Generics.Parameters(type.GetGenericArguments(), type), Base(type), Generics.Constraints(type.GetGenericArguments(), type));

    private static string Access(Type type) => type.IsNestedFamily || type.IsNestedFamORAssem ? "protected " : "public ";

    private static string Kind(Type type)
    {
        if (SignaturePrinter.IsDelegate(type))
            return "delegate " + MemberLine.Invocation(type.GetMethod("Invoke")!);
        if (type.IsEnum)
            return Enum.GetUnderlyingType(type) is { FullName: not "System.Int32" } underlying ? $"enum : {TypeNames.Of(underlying)}" : "enum";
        if (type.IsInterface)
            return "interface";
        if (type.IsValueType)
            return Notes.Has(type.GetCustomAttributesData(), "IsReadOnlyAttribute") ? "readonly struct" : "struct";
        // Code compiled for older platforms gives a record's copier another return type: that it is a record is what a caller sees.
        if (type.GetMethod(SignaturePrinter.RecordCopier) is not null)
            return type switch { { IsAbstract: true } => "abstract record", { IsSealed: true } => "sealed record", _ => "record" };
        return type switch { { IsAbstract: true, IsSealed: true } => "static class", { IsAbstract: true } => "abstract class", { IsSealed: true } => "sealed class", _ => "class" };
    }

    private static string Base(Type type) =>
        type.BaseType is { } parent && !UnsaidBases.Contains(parent.FullName) ? $" : {TypeNames.Of(parent)}" : "";
}
